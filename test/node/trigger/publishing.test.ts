import { TriggerHost } from '../harness/triggerHost';

describe('Altur Trigger, when its workflow is published', () => {
	let host: TriggerHost;

	beforeAll(async () => {
		host = await TriggerHost.start();
	});
	beforeEach(() => {
		host.settings = TriggerHost.defaults();
		host.logged.length = 0;
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	afterAll(async () => {
		await host.stop();
	});

	it('starts with a secret as Altur gives it, also with spaces from pasting', async () => {
		await host.publish();
		host.settings.credential = { apiKey: 'x', webhookSecret: ' dGVzdC1zZWNyZXQ=\n' };
		await host.publish();
		expect(host.logged).toEqual([]);
	});

	it.each([
		['no secret', { apiKey: 'x' }, 'has no Webhook Secret'],
		['an empty secret', { apiKey: 'x', webhookSecret: ' ' }, 'has no Webhook Secret'],
		['something else for a secret', { apiKey: 'x', webhookSecret: 'my secret!' }, 'not as Altur gives it'],
	])('does not start with %s, and says what to do', async (_, credential, message) => {
		host.settings.credential = credential;
		await expect(host.publish()).rejects.toMatchObject({
			message: expect.stringContaining(message),
			description: expect.stringContaining('paste it into'),
		});
	});

	it('does not start without an event', async () => {
		host.settings.parameters = { ...host.settings.parameters, events: [] };
		await expect(host.publish()).rejects.toThrow('No event is chosen.');
	});

	it('starts without a secret for a trial, and warns', async () => {
		host.settings.credential = { apiKey: 'x' };
		host.settings.parameters = { ...host.settings.parameters, options: { acceptUnsigned: true } };
		await host.publish();
		expect(host.logged).toEqual([expect.stringContaining('accepts calls that nobody signed')]);
	});
});

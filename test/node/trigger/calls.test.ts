import { call } from '../../webhook/callTrigger';
import { callEnd, campaignFinished, cycleCompleted, signed } from '../../webhook/signedEvents';
import { TriggerHost } from '../harness/triggerHost';

jest.setTimeout(60_000);

describe('Altur Trigger', () => {
	let host: TriggerHost;
	let calls = 0;
	const newCall = (changes?: Record<string, unknown>) => callEnd(`cll_${++calls}`, changes);
	const status = async (event: { body: string; signature?: string }) => (await call(host.url, event)).status;
	const options = (more: object) => {
		host.settings.parameters = { ...host.settings.parameters, ...more };
	};

	beforeAll(async () => {
		host = await TriggerHost.start();
	});
	beforeEach(() => {
		host.settings = TriggerHost.defaults();
		host.started.length = 0;
		host.logged.length = 0;
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	afterAll(async () => {
		await host.stop();
	});

	it('starts a run with one flat row of a call that Altur has signed', async () => {
		expect(await status(signed(callEnd('cll_row')))).toBe(200);
		expect(host.started).toEqual([
			expect.objectContaining({
				event: 'on_call_end',
				call_id: 'cll_row',
				f_id: 'crm-cll_row',
				status: 'converted',
			}),
		]);
	});

	it('hands on everything Altur sends when the output is whole', async () => {
		options({ output: 'whole' });
		const body = newCall();
		await status(signed(body, 'spacedSignedCompact'));
		expect(host.started).toEqual([JSON.parse(body)]);
	});

	it('answers 401 to what nobody or somebody else signed, starts nothing, and logs nothing of it', async () => {
		expect(await status({ body: newCall() })).toBe(401);
		expect(await status(signed(newCall(), 'compact', 'YW5vdGhlci1zZWNyZXQ='))).toBe(401);
		expect(await status({ body: newCall(), signature: 'eeee' })).toBe(401);
		expect(host.started).toEqual([]);
		expect(host.logged).toEqual([
			'Altur Trigger answered a call with 401: Not signed.',
			'Altur Trigger answered a call with 401: The signature does not match.',
			'Altur Trigger answered a call with 401: The signature does not match.',
		]);
	});

	it('answers 413 above 5 MB, 400 to what is no JSON object, both only once it knows who calls', async () => {
		const filler = 'x'.repeat(5 * 1024 * 1024);
		expect(await status(signed(newCall({ filler })))).toBe(413);
		expect(await status(signed(newCall({ filler: filler.slice(0, -2000) })))).toBe(200);
		for (const body of ['[]', '"text"', 'null', '{"event_type":', 'hello', '']) {
			expect(await status(signed(body))).toBe(400);
			expect(await status({ body })).toBe(401);
		}
	});

	it('answers 200 to a repetition and starts nothing, at once, later, and after a restart', async () => {
		const events = [
			signed(newCall()),
			signed(campaignFinished('evt_again')),
			signed(cycleCompleted('evt_cycle')),
		];
		await Promise.all([...events, ...events].map(status));
		for (const event of events) expect(await status(event)).toBe(200);
		expect(host.started).toHaveLength(3);
	});

	it('has every event in the database once it has answered, also when twenty come at a time', async () => {
		const rememberedBefore = host.remembered();
		await Promise.all(Array.from({ length: 40 }, async () => await status(signed(newCall()))));
		expect(host.remembered() - rememberedBefore).toBe(40);
	});

	it('starts an event that came before when n8n could not write its run', async () => {
		const event = signed(newCall());
		host.settings.isDatabaseDown = true;
		expect(await status(event)).toBe(500);
		host.settings.isDatabaseDown = false;
		expect(await status(event)).toBe(200);
		expect(host.started).toHaveLength(1);
	});

	it('starts an event that came before when n8n failed so late that Altur had hung up', async () => {
		const event = signed(newCall());
		host.settings = { ...host.settings, isDatabaseDown: true, writing: 500 };
		await expect(call(host.url, event, AbortSignal.timeout(200))).rejects.toThrow('timeout');
		await new Promise((resolve) => setTimeout(resolve, 600));
		host.settings.isDatabaseDown = false;
		expect(await status(event)).toBe(200);
		expect(await status(event)).toBe(200);
		expect(host.started).toHaveLength(1);
	});

	it('starts the same event again at the test address, where a person tries it out', async () => {
		host.settings.mode = 'manual';
		const event = signed(newCall());
		await status(event);
		await status(event);
		expect(host.started).toHaveLength(2);
	});

	it('answers 200 to an event that it does not wait for, and takes it once it does', async () => {
		options({ events: ['campaign.status_changed'] });
		const event = signed(newCall());
		expect(await status(event)).toBe(200);
		expect(host.started).toEqual([]);
		options({ events: ['on_call_end'] });
		expect(await status(event)).toBe(200);
		expect(host.started).toHaveLength(1);
	});

	it('lets an event through that is newer than this node when all are chosen', async () => {
		await status(signed('{"event_type":"message.received","event_id":"evt_newer","text":"Hola"}'));
		expect(host.started).toEqual([expect.objectContaining({ event: 'message.received', text: 'Hola' })]);
		options({ events: ['on_call_end'] });
		await status(signed('{"event_type":"message.received","event_id":"evt_newer_2"}'));
		expect(host.started).toHaveLength(1);
	});

	it('answers 500, so that Altur comes again, while the credential is gone, has no secret, or a wrong one', async () => {
		const event = signed(newCall());
		for (const credential of [undefined, { apiKey: 'x' }, { apiKey: 'x', webhookSecret: 'not base64!' }]) {
			host.settings.credential = credential;
			expect(await status(event)).toBe(500);
		}
		expect(host.logged.join()).not.toContain('not base64');
		host.settings.credential = TriggerHost.defaults().credential;
		expect(await status(event)).toBe(200);
	});

	it('accepts unsigned calls when told so, and still no wrong signature', async () => {
		options({ options: { acceptUnsigned: true } });
		expect(await status({ body: newCall() })).toBe(200);
		expect(await status(signed(newCall(), 'compact', 'YW5vdGhlci1zZWNyZXQ='))).toBe(401);
		host.settings.credential = { apiKey: 'x' };
		expect(await status(signed(newCall()))).toBe(200);
		expect(host.started).toHaveLength(2);
	});

	it('does not stumble over an event whose fields are all of another kind', async () => {
		const odd = {
			id: 7,
			status: {},
			assistant: 'x',
			end_user: [],
			campaign_user: 1,
			transcript: 'x',
			answered_by: 3,
		};
		expect(await status(signed(newCall(odd)))).toBe(200);
		const noCampaign = '{"event_type":"campaign.status_changed","event_id":"evt_odd","data":null}';
		expect(await status(signed(noCampaign))).toBe(200);
		expect(host.started).toHaveLength(2);
	});
});

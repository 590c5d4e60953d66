import { demoCredential, exampleWorkflow, mainExample } from '../../scripts/examples';
import type { N8nClient } from '../../scripts/n8n/client';
import type { N8nServer } from '../../scripts/n8n/server';
import { outputItems } from '../../scripts/n8n/runData';
import { expectedCounts, statusCounts } from '../../scripts/statusCounts';
import { contactsInCampaign, n8nPatience, type PackagedN8n, packagedN8n } from './harness/packagedN8n';
import { describeWith, realN8n } from '../requirements';

jest.setTimeout(n8nPatience);

describeWith(realN8n)('the packed node in a running n8n', () => {
	let n8n: PackagedN8n;
	let client: N8nClient;
	let server: N8nServer;
	beforeAll(async () => {
		n8n = await packagedN8n();
		({ client, server } = await n8n.startServer());
	});
	afterAll(async () => {
		await n8n.end();
	});
	beforeEach(() => {
		n8n.sandbox.reset();
	});

	describe('its credential', () => {
		it('turns green with the right key', async () => {
			expect(await client.testCredential(demoCredential(n8n.sandbox))).toMatchObject({ status: 'OK' });
		});

		it('turns red with a wrong key, and the message does not hold the key', async () => {
			const { sandbox } = n8n;
			const credential = demoCredential({ baseUrl: sandbox.baseUrl, apiKey: 'wrong-key-1234' });
			const { status, message } = await client.testCredential(credential);
			expect(status).toBe('Error');
			expect(message).not.toContain('wrong-key-1234');
		});

		it('turns red when nothing listens at the base URL', async () => {
			const credential = demoCredential({ baseUrl: 'http://127.0.0.1:9/api/v1.0', apiKey: 'sandbox-key' });
			const { status, message } = await client.testCredential(credential);
			expect(status).toBe('Error');
			expect(message).toContain('No server answers there: the connection was refused');
		});

		it('turns red at an address where another service answers', async () => {
			const baseUrl = `${server.url}/rest/settings`;
			const { status, message } = await client.testCredential(demoCredential({ baseUrl, apiKey: 'k' }));
			expect(status).toBe('Error');
			expect(message).toMatch(/^This address is not Altur's API/);
		});

		it('turns green when the base URL ends with a slash and lacks /api/v1.0', async () => {
			const { data, ...named } = demoCredential(n8n.sandbox);
			const withSlash = { ...named, data: { ...data, baseUrl: `${n8n.sandbox.origin}/` } };
			expect(await client.testCredential(withSlash)).toMatchObject({ status: 'OK' });
		});
	});

	it('runs the main example: every row leaves through its branch and the campaign holds the new contacts', async () => {
		const before = contactsInCampaign(n8n.sandbox);
		const { status, data } = await client.runWorkflow(mainExample.id, mainExample.trigger);
		const expected = expectedCounts();
		expect(status).toBe('success');
		expect(statusCounts(data)).toEqual(expected);
		expect(contactsInCampaign(n8n.sandbox) - before).toBe(expected.created);
	});

	it('hands failed rows back with the number as it stands in the sheet and what to do', async () => {
		const { data } = await client.runWorkflow(mainExample.id, mainExample.trigger);
		const toCorrect = outputItems(data, 'To correct in the sheet');
		// n8n's Edit Fields turns an empty text into null.
		const reasonFor = (phone: string) =>
			toCorrect.find((row) => (row['Teléfono'] ?? '') === phone)?.['Qué corregir'];
		expect(toCorrect).toHaveLength(expectedCounts().failed);
		expect(reasonFor('5.21E+11')).toEqual(expect.stringMatching(/rounded.*text/i));
		expect(reasonFor('abc')).toEqual(expect.stringMatching(/number/i));
		expect(reasonFor('')).toEqual(expect.stringMatching(/number/i));
	});

	it('shows the API key in no execution record and no log, also when Altur echoes it', async () => {
		n8n.sandbox.faults.add({ kind: 'echoAuthorization', match: { method: 'POST' } });
		const failed = await client.runWorkflow(mainExample.id, mainExample.trigger);
		expect(failed.status).toBe('error');
		expect(JSON.stringify(failed)).not.toContain(n8n.sandbox.apiKey);
		expect(server.log()).not.toContain(n8n.sandbox.apiKey);
	});

	it('retried from the list of executions after a broken connection, it sends nothing twice', async () => {
		const before = contactsInCampaign(n8n.sandbox);
		const id = await client.createWorkflow(withoutRetries());
		n8n.sandbox.faults.add({ kind: 'resetAfter', match: { method: 'POST', path: '/contacts$' }, skip: 1 });
		const failed = await client.runWorkflow(id, mainExample.trigger);
		expect(failed.status).toBe('error');
		expect(failed.data.resultData.error?.description).toMatch(/retry is safe/i);

		const retried = await client.retryExecution(failed.id);
		const expected = expectedCounts();
		expect(retried).toMatchObject({ status: 'success', mode: 'retry', retryOf: failed.id });
		expect(statusCounts(retried.data)).toEqual(expected);
		expect(contactsInCampaign(n8n.sandbox) - before).toBe(expected.created);
		expect(n8n.sandbox.requests.filter(({ replayed }) => replayed === true)).toHaveLength(2);
	});
});

/** The main example, with a request that fails once failing for good. */
function withoutRetries() {
	const { name, nodes, connections, settings } = exampleWorkflow(mainExample.file);
	return {
		name: `${name}, without retries`,
		connections,
		settings,
		nodes: nodes.map((node) => (node.name === mainExample.altur ? { ...node, parameters: noRetries } : node)),
	};
}

const noRetries = {
	resource: 'contact',
	operation: 'add',
	campaignId: { __rl: true, mode: 'id', value: String(mainExample.campaignId) },
	columnMapping: 'titles',
	output: 'branches',
	defaultCountry: 'MX',
	options: { maxRetries: 0 },
};

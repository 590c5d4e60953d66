import { z } from 'zod';
import type { N8nClient } from '../../scripts/n8n/client';
import { downloadedRows } from '../../scripts/n8n/downloadedRows';
import { outputItems } from '../../scripts/n8n/runData';
import type { N8nServer } from '../../scripts/n8n/server';
import { fileWorkflow } from './harness/fileWorkflow';
import { altur, trigger } from './harness/loadWorkflow';
import { n8nPatience, type PackagedN8n, packagedN8n } from './harness/packagedN8n';
import { contactPosts, contactsOf, untilPosts } from './harness/stored';
import { describeWith, realN8n } from '../requirements';

jest.setTimeout(n8nPatience);

/** 40 requests of 50 rows: long enough to be interrupted. */
const rows = 2000;
const batchSize = 50;

describeWith(realN8n)('a file in a real n8n', () => {
	let n8n: PackagedN8n;
	let client: N8nClient;
	let server: N8nServer;

	beforeAll(async () => {
		n8n = await packagedN8n();
	});
	beforeEach(async () => {
		n8n.sandbox.reset();
		({ client, server } = await n8n.startServer());
	});
	afterEach(async () => {
		await server.stop();
	});
	afterAll(async () => {
		await n8n.end();
	});

	async function crashAfter(posts: number, workflow: ReturnType<typeof fileWorkflow>) {
		const id = await client.createWorkflow(workflow);
		const execution = await client.startWorkflow(id, trigger);
		await untilPosts(n8n.sandbox, posts);
		await server.kill();
		({ client, server } = await n8n.startServer());
		return { id, execution };
	}

	function expectAllStoredOnce(campaignId: number) {
		const stored = contactsOf(n8n.sandbox, campaignId).map(({ contact }) => contact);
		expect(stored).toHaveLength(rows);
		expect(new Set(stored).size).toBe(rows);
	}

	it('gives one item, and a file of results that is downloaded', async () => {
		const campaign = n8n.sandbox.addCampaign();
		const id = await client.createWorkflow(fileWorkflow({ rows, campaignId: campaign.id }));
		const { status, data } = await client.runWorkflow(id, trigger);
		expect(status).toBe('success');
		expect(outputItems(data, altur)).toMatchObject([{ file: 'customers.csv', rows, created: rows }]);
		const results = await downloadedRows(client, data, altur, 'results');
		expect(results.map(({ row, f_id }) => `${row} ${f_id}`)).toEqual(
			Array.from({ length: rows }, (_, row) => `${row + 2} crm-${row}`),
		);
	});

	it('has all rows in and none twice after n8n was killed and the execution is retried', async () => {
		const campaign = n8n.sandbox.addCampaign();
		const { execution } = await crashAfter(
			8,
			fileWorkflow({
				rows,
				campaignId: campaign.id,
				parameters: { options: { batchSize } },
				settings: { saveExecutionProgress: true },
			}),
		);
		expect(contactsOf(n8n.sandbox, campaign.id).length).toBeLessThan(rows);
		const { status, data } = await client.retryExecution(execution);
		expect(status).toBe('success');
		expect(outputItems(data, altur)).toMatchObject([{ rows, failed: 0, not_sent: 0 }]);
		expectAllStoredOnce(campaign.id);
	});

	it('repeats the answers for what was sent when it is loaded again with the scope "content"', async () => {
		const campaign = n8n.sandbox.addCampaign();
		const parameters = { options: { batchSize, idempotencyScope: 'content' } };
		const { id } = await crashAfter(8, fileWorkflow({ rows, campaignId: campaign.id, parameters }));
		const { status, data } = await client.runWorkflow(id, trigger);
		expect(status).toBe('success');
		expect(outputItems(data, altur)).toMatchObject([{ rows, created: rows }]);
		expectAllStoredOnce(campaign.id);
		expect(contactPosts(n8n.sandbox).filter(({ replayed }) => replayed).length).toBeGreaterThanOrEqual(8);
	});

	it('ends within the requests under way when Stop is pressed, and tells how far it was', async () => {
		const campaign = n8n.sandbox.addCampaign();
		const parameters = { options: { batchSize } };
		const id = await client.createWorkflow(fileWorkflow({ rows, campaignId: campaign.id, parameters }));
		const execution = await client.startWorkflow(id, trigger);
		await untilPosts(n8n.sandbox, 5);
		await client.stopExecution(execution);
		const whenStopped = contactPosts(n8n.sandbox).length;
		expect((await client.waitForExecution(execution)).status).toBe('canceled');
		await new Promise((resolve) => setTimeout(resolve, 1000));
		expect(contactPosts(n8n.sandbox).length).toBeLessThanOrEqual(whenStopped + 1);
		expect(await client.customData(execution)).toEqual({
			Altur_load: expect.stringMatching(/^customers\.csv: Stopped (with|after) .* in \d+ requests/),
		});
	});

	it('that ends with an error leaves its files where the links of the error lead', async () => {
		const campaign = n8n.sandbox.addCampaign();
		n8n.sandbox.faults.add({ kind: 'status', status: 401, skip: 3, times: 'always' });
		const parameters = { options: { batchSize, requestsPerSecond: 4 } };
		const id = await client.createWorkflow(fileWorkflow({ rows, campaignId: campaign.id, parameters }));
		const { status, data } = await client.runWorkflow(id, trigger);
		expect(status).toBe('error');
		const error = z.object({ description: z.string() }).parse(data.resultData.error);
		const links = [...error.description.matchAll(/href="([^"]*)"/g)].map(
			([, address = '']) => new URL(address),
		);
		expect(links.map(({ searchParams }) => searchParams.get('fileName'))).toEqual([
			'customers-results.csv',
			'customers-failed.csv',
		]);
		for (const { origin, pathname, search } of links) {
			expect(origin).toBe(server.url);
			expect(await client.session.download(pathname + search)).toBeDefined();
		}
	});
});

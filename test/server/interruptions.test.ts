import type { N8nClient } from '../../scripts/n8n/client';
import { outputItems } from '../../scripts/n8n/runData';
import type { N8nServer } from '../../scripts/n8n/server';
import { altur, loadWorkflow, trigger } from './harness/loadWorkflow';
import { n8nPatience, type PackagedN8n, packagedN8n } from './harness/packagedN8n';
import { contactPosts, contactsOf, untilPosts } from './harness/stored';
import { describeWith, realN8n } from '../requirements';

jest.setTimeout(n8nPatience);

/** 40 requests of 50 rows: long enough to be interrupted. */
const rows = 2000;
const slow = { options: { batchSize: 50 } };

describeWith(realN8n)('a load that is interrupted', () => {
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

	async function crashAfter(posts: number, workflow: ReturnType<typeof loadWorkflow>) {
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

	it('has all rows in and none twice after n8n was killed and the execution is retried', async () => {
		const campaign = n8n.sandbox.addCampaign();
		const settings = { saveExecutionProgress: true };
		const { execution } = await crashAfter(
			8,
			loadWorkflow({ rows, campaignId: campaign.id, parameters: slow, settings }),
		);
		expect(contactsOf(n8n.sandbox, campaign.id).length).toBeLessThan(rows);

		const { status, data } = await client.retryExecution(execution);
		expect(status).toBe('success');
		expect(outputItems(data, altur)).toHaveLength(rows);
		expectAllStoredOnce(campaign.id);
	});

	it('repeats the answers for what was sent when the workflow runs again with the scope "content"', async () => {
		const campaign = n8n.sandbox.addCampaign();
		const parameters = { options: { batchSize: 50, idempotencyScope: 'content' } };
		const { id } = await crashAfter(8, loadWorkflow({ rows, campaignId: campaign.id, parameters }));

		const { status, data } = await client.runWorkflow(id, trigger);
		expect(status).toBe('success');
		expect(outputItems(data, altur).map((item) => item.status)).toEqual(Array(rows).fill('created'));
		expectAllStoredOnce(campaign.id);
		expect(contactPosts(n8n.sandbox).filter(({ replayed }) => replayed).length).toBeGreaterThanOrEqual(8);
	});

	it('ends within the requests under way when Stop is pressed, and logs what was sent', async () => {
		const campaign = n8n.sandbox.addCampaign();
		const id = await client.createWorkflow(loadWorkflow({ rows, campaignId: campaign.id, parameters: slow }));
		const execution = await client.startWorkflow(id, trigger);
		await untilPosts(n8n.sandbox, 5);
		await client.stopExecution(execution);
		const whenStopped = contactPosts(n8n.sandbox).length;

		expect((await client.waitForExecution(execution)).status).toBe('canceled');
		await new Promise((resolve) => setTimeout(resolve, 1000));
		expect(contactPosts(n8n.sandbox).length).toBeLessThanOrEqual(whenStopped + 1);
		expect(server.log()).toMatch(/Stopped after \d+ created, [\d,]+ (not sent|failed).*, in \d+ requests/);
		// Whether n8n saves before or after the requests under way have ended is a race.
		expect(await client.customData(execution)).toEqual({
			Altur_load: expect.stringMatching(/^Stopped (with|after) .* in \d+ requests/),
		});
	});

	it('goes on where it was when a broken connection makes n8n try the node again', async () => {
		const campaign = n8n.sandbox.addCampaign();
		n8n.sandbox.faults.add({ kind: 'resetAfter', match: { path: '/contacts' }, skip: 3 });
		const workflow = loadWorkflow({
			rows,
			campaignId: campaign.id,
			parameters: { options: { batchSize: 200, maxRetries: 0 } },
			node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 200 },
		});
		const { status, data } = await client.runWorkflow(await client.createWorkflow(workflow), trigger);
		expect(status).toBe('success');
		expect(outputItems(data, altur).map((item) => item.status)).toEqual(Array(rows).fill('created'));
		expectAllStoredOnce(campaign.id);
		const keys = contactPosts(n8n.sandbox).map(({ idempotencyKey }) => idempotencyKey);
		expect(new Set(keys).size).toBe(10);
	});
});

import { mainExample } from '../../scripts/examples';
import type { N8nClient } from '../../scripts/n8n/client';
import { type QueueServices, startQueueServices, startWorker } from '../../scripts/n8n/queueMode';
import { outputFiles, outputItems } from '../../scripts/n8n/runData';
import type { RunningProcess } from '../../scripts/n8n/runningProcess';
import { expectedCounts, statusCounts } from '../../scripts/statusCounts';
import { fileWorkflow } from './harness/fileWorkflow';
import { altur, loadWorkflow, trigger } from './harness/loadWorkflow';
import { contactsInCampaign, n8nPatience, type PackagedN8n, packagedN8n } from './harness/packagedN8n';
import { contactsOf } from './harness/stored';
import { describeWith, postgres, realN8n, redis } from '../requirements';

jest.setTimeout(n8nPatience);

describeWith(
	realN8n,
	redis,
	postgres,
)('the packed node in queue mode, with two workers', () => {
	let services: QueueServices;
	let n8n: PackagedN8n;
	let workers: RunningProcess[];
	let client: N8nClient;
	beforeAll(async () => {
		services = await startQueueServices();
		n8n = await packagedN8n(services.environment);
		({ client } = await n8n.startServer());
		workers = await Promise.all([1, 2].map(() => startWorker({ ...n8n, environment: services.environment })));
	});
	afterAll(async () => {
		await Promise.all(workers.map((worker) => worker.stop()));
		await n8n.end();
		await services.stop();
	});

	it('loads the sample sheet on a worker', async () => {
		const before = contactsInCampaign(n8n.sandbox);
		const { status, data } = await client.runWorkflow(mainExample.id, mainExample.trigger);
		const expected = expectedCounts();
		expect(status).toBe('success');
		expect(statusCounts(data)).toEqual(expected);
		expect(contactsInCampaign(n8n.sandbox) - before).toBe(expected.created);
		expect(workers.map((worker) => worker.log()).join('')).toMatch(/execution 1\b/i);
	});

	it('loads a file that n8n keeps in its database', async () => {
		const campaign = n8n.sandbox.addCampaign();
		const rows = 1200;
		const workflow = fileWorkflow({ rows, campaignId: campaign.id });
		const { status, data } = await client.runWorkflow(await client.createWorkflow(workflow), trigger);
		expect(status).toBe('success');
		expect(outputItems(data, altur)).toMatchObject([{ rows, created: rows, error_code: null }]);
		expect(outputFiles(data, altur)['results']).toMatch(/^database/);
		expect(contactsOf(n8n.sandbox, campaign.id)).toHaveLength(rows);
	});

	it('gets four loads of one credential through on both workers at once, though each paces for itself', async () => {
		const campaign = n8n.sandbox.addCampaign();
		const rows = 1200;
		const workflows = await Promise.all(
			[0, 1, 2, 3].map(
				async (load) =>
					await client.createWorkflow(
						loadWorkflow({
							rows,
							from: load * rows,
							campaignId: campaign.id,
							parameters: { options: { batchSize: 50 } },
						}),
					),
			),
		);
		const runs = await Promise.all(
			workflows.map(async (id) => await client.runWorkflow(id, trigger, n8nPatience)),
		);
		expect(runs.map(({ status }) => status)).toEqual(Array(4).fill('success'));
		for (const { data } of runs) {
			expect(outputItems(data, altur).map(({ status }) => status)).toEqual(Array(rows).fill('created'));
		}
		const stored = contactsOf(n8n.sandbox, campaign.id).map(({ contact }) => contact);
		expect(new Set(stored).size).toBe(4 * rows);
		expect(stored).toHaveLength(4 * rows);
		for (const worker of workers) expect(worker.log()).toMatch(/execution \d+/i);
	});
});

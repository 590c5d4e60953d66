import type { N8nClient } from '../../../scripts/n8n/client';
import {
	type QueueServices,
	startQueueServices,
	startWebhookProcess,
	startWorker,
} from '../../../scripts/n8n/queueMode';
import type { RunningProcess } from '../../../scripts/n8n/runningProcess';
import { describeWith, postgres, realN8n, redis } from '../../requirements';
import { n8nPatience, type PackagedN8n, packagedN8n } from '../harness/packagedN8n';
import { expectCrowdOnce, expectNothingAgain } from './crowdRun';
import { publishTrigger } from './publishedTrigger';

jest.setTimeout(n8nPatience);

describeWith(
	realN8n,
	redis,
	postgres,
)('Altur Trigger in queue mode, with a process for webhooks', () => {
	let services: QueueServices;
	let n8n: PackagedN8n;
	let client: N8nClient;
	let worker: RunningProcess;
	let receiver: RunningProcess & { url: string };

	beforeAll(async () => {
		services = await startQueueServices();
		n8n = await packagedN8n(services.environment);
		({ client } = await n8n.startServer());
		const ofServices = { ...n8n, environment: services.environment };
		[worker, receiver] = await Promise.all([startWorker(ofServices), startWebhookProcess(ofServices)]);
	});
	afterAll(async () => {
		await Promise.all([worker.stop(), receiver.stop()]);
		await n8n.end();
		await services.stop();
	});

	it('runs once for each event, and for no repetition after that process began anew', async () => {
		const trigger = await publishTrigger(client);
		const sent = await expectCrowdOnce(client, receiver.url, trigger);
		await receiver.stop();
		receiver = await startWebhookProcess({ ...n8n, environment: services.environment });
		await expectNothingAgain(client, receiver.url, trigger, sent);
	});
});

import type { N8nClient } from '../../../scripts/n8n/client';
import type { N8nServer } from '../../../scripts/n8n/server';
import { describeWith, realN8n } from '../../requirements';
import { n8nPatience, type PackagedN8n, packagedN8n } from '../harness/packagedN8n';
import { expectCrowdOnce, expectNothingAgain } from './crowdRun';
import { begunWith, publishTrigger, storeTrigger } from './publishedTrigger';
import { call } from '../../webhook/callTrigger';
import { callEnd, campaignFinished, signed } from '../../webhook/signedEvents';

jest.setTimeout(n8nPatience);

describeWith(realN8n)('Altur Trigger in a real n8n', () => {
	let n8n: PackagedN8n;
	let server: N8nServer;
	let client: N8nClient;

	beforeAll(async () => {
		n8n = await packagedN8n();
		({ server, client } = await n8n.startServer());
	});
	afterAll(async () => {
		await n8n.end();
	});

	it('runs once for each event of a crowd, 20 at a time, and for no repetition after a restart', async () => {
		const trigger = await publishTrigger(client);
		const sent = await expectCrowdOnce(client, server.url, trigger);
		await server.stop();
		({ server, client } = await n8n.startServer());
		await expectNothingAgain(client, server.url, trigger, sent);
	});

	it('remembers what it has started after it was published anew', async () => {
		const { workflowId, path } = await publishTrigger(client);
		const event = signed(callEnd('cll_published_anew'));
		await call(server.url + path, event);
		await client.unpublishWorkflow(workflowId);
		await client.publishWorkflow(workflowId);
		expect(await call(server.url + path, event)).toMatchObject({ status: 200 });
		expect(await begunWith(client, workflowId)).toHaveLength(1);
	});

	it('does not start without a secret, and says what to do', async () => {
		const { workflowId } = await storeTrigger(client, {}, '');
		await expect(client.publishWorkflow(workflowId)).rejects.toThrow(
			'The Altur credential has no Webhook Secret',
		);
	});

	it('answers what is filtered, newer or not its event with 200, and starts nothing', async () => {
		const { workflowId, path } = await publishTrigger(client, {
			events: ['on_call_end'],
			filters: { answeredBy: ['human'] },
		});
		const address = server.url + path;
		const machine = signed(callEnd('cll_machine', { answered_by: 'machine' }));
		const newer = signed('{"event_type":"message.received","event_id":"evt_newer"}');
		for (const event of [machine, newer, signed(campaignFinished('evt_other'))]) {
			expect(await call(address, event)).toMatchObject({ status: 200 });
		}
		await call(address, signed(callEnd('cll_human')));
		const begun = await begunWith(client, workflowId);
		expect(begun.map(({ call_id }) => call_id)).toEqual(['cll_human']);
	});

	it('refuses what is too large, what nobody signed, and what is no JSON', async () => {
		const { workflowId, path } = await publishTrigger(client);
		const address = server.url + path;
		const large = signed(callEnd('cll_large', { context: 'x'.repeat(5 * 1024 * 1024) }));
		expect(await call(address, large)).toMatchObject({ status: 413 });
		expect(await call(address, { body: callEnd('cll_unsigned') })).toMatchObject({ status: 401 });
		expect(await call(address, signed('[1]'))).toMatchObject({ status: 400 });
		expect((await call(address, signed('{"event_type":'))).status).toBeGreaterThanOrEqual(400);
		expect(await begunWith(client, workflowId)).toEqual([]);
	});
});

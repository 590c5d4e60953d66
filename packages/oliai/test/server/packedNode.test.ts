import { startOliAiSandbox } from '../../../../sandbox/oliai/startOliAiSandbox';
import { mainExample } from '../../../../scripts/examples';
import { outputItems } from '../../../../scripts/n8n/runData';
import { describePackedNode } from '../../../../test/server/harness/packedNode';

describePackedNode(
	{
		service: 'OliAI',
		folder: 'oliai',
		nodeType: 'n8n-nodes-oliai.oliAi',
		files: { node: 'OliAi', credential: 'OliAiApi', icon: 'oliAi' },
		foreign: /altur\.io|octopush\.com/,
		example: 'oliai-load-an-audience.json',
		startSandbox: () => startOliAiSandbox({ seed: 'demo' }),
		credential: ({ apiKey, baseUrl }) => ({
			id: 'oliAiDemoAccount',
			name: 'OliAI demo account',
			type: 'oliAiApi',
			data: { apiKey, environment: 'other', baseUrl },
		}),
	},
	(running) => {
		it('runs the example: every row has one result, and the audience holds the contacts', async () => {
			const { n8n, sandbox } = running();
			const { status, data } = await n8n.client.runWorkflow('oliAiLoadAudience', mainExample.trigger);
			expect(status).toBe('success');
			const rows = outputItems(data, mainExample.rows).length;
			const loaded = outputItems(data, 'Load audience', 0);
			const refused = outputItems(data, 'Load audience', 1);
			expect([loaded.length + refused.length, refused.length > 0]).toEqual([rows, true]);
			const ids = new Set(loaded.map(({ id }) => id));
			const { contacts, audiences } = sandbox.state();
			expect(new Set(contacts.map(({ id }) => id))).toEqual(ids);
			expect(new Set(audiences[0]?.contactIds)).toEqual(ids);
			// The pace learns from refusals, so one may come where requests travel unequally long.
			expect(sandbox.requests.filter(({ status: code }) => code === 429).length).toBeLessThanOrEqual(1);
		});
	},
);

import { startOctopushSandbox } from '../../../../sandbox/octopush/startOctopushSandbox';
import { mainExample } from '../../../../scripts/examples';
import { outputItems } from '../../../../scripts/n8n/runData';
import { describePackedNode } from '../../../../test/server/harness/packedNode';

describePackedNode(
	{
		service: 'Octopush',
		folder: 'octopush',
		nodeType: 'n8n-nodes-octopush.octopush',
		files: { node: 'Octopush', credential: 'OctopushApi', icon: 'octopush' },
		foreign: /altur\.io|oliai\.in/,
		example: 'octopush-add-customers-to-a-list.json',
		startSandbox: () => startOctopushSandbox({ seed: 'demo' }),
		credential: ({ apiLogin, apiKey, baseUrl }) => ({
			id: 'octopushDemoAccount',
			name: 'Octopush demo account',
			type: 'octopushApi',
			data: { apiLogin, apiKey, baseUrl },
		}),
	},
	(running) => {
		it('runs the example: every row has one result, and the list holds the numbers', async () => {
			const { n8n, sandbox } = running();
			const { status, data } = await n8n.client.runWorkflow('octopushAddContacts', mainExample.trigger);
			expect(status).toBe('success');
			const rows = outputItems(data, mainExample.rows).length;
			const loaded = outputItems(data, 'Add to list', 0);
			const refused = outputItems(data, 'Add to list', 1);
			expect([loaded.length + refused.length, refused.length > 0]).toEqual([rows, true]);
			const numbers = new Set(loaded.map(({ phone_number }) => phone_number));
			const { contacts } = sandbox.state();
			expect(new Set(contacts.map(({ phone_number }) => phone_number))).toEqual(numbers);
			const isInList = contacts.every(({ lists, tags }) => lists[0] === 'my_list' && tags[0] === 'customers');
			expect(isInList).toBe(true);
		});
	},
);

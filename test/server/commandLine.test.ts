import { mainExample } from '../../scripts/examples';
import { executeWorkflow, nodeTypeNames } from '../../scripts/n8n/commandLine';
import { outputItems } from '../../scripts/n8n/runData';
import { expectedCounts, statusCounts } from '../../scripts/statusCounts';
import { contactsInCampaign, n8nPatience, type PackagedN8n, packagedN8n } from './harness/packagedN8n';
import { describeWith, realN8n } from '../requirements';

jest.setTimeout(n8nPatience);

describeWith(realN8n)('the packed node in n8n, from the command line', () => {
	let n8n: PackagedN8n;
	beforeAll(async () => {
		n8n = await packagedN8n();
	});
	afterAll(async () => {
		await n8n.end();
	});

	it('is found by n8n, as a node and as a tool of an agent', async () => {
		expect(await nodeTypeNames(n8n.userFolder)).toEqual(
			expect.arrayContaining(['n8n-nodes-altur.altur', 'n8n-nodes-altur.alturTool']),
		);
	});

	it('loads the sample sheet into the campaign and sorts every row into its branch', async () => {
		const before = contactsInCampaign(n8n.sandbox);
		const data = await executeWorkflow(n8n.userFolder, mainExample.id);
		const expected = expectedCounts();
		expect(statusCounts(data)).toEqual(expected);
		expect(contactsInCampaign(n8n.sandbox) - before).toBe(expected.created);
		expect(outputItems(data, 'To correct in the sheet')).toHaveLength(expected.failed);
	});
});

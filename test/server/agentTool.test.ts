import { demoCredential } from '../../scripts/examples';
import type { N8nClient } from '../../scripts/n8n/client';
import { outputItems } from '../../scripts/n8n/runData';
import { agentName, agentTrigger, agentWorkflow } from './harness/agentWorkflow';
import { n8nPatience, type PackagedN8n, packagedN8n } from './harness/packagedN8n';
import { type ScriptedModel, startScriptedModel } from './harness/scriptedModel';
import { describeWith, realN8n } from '../requirements';

jest.setTimeout(n8nPatience);

const addOne = {
	resource: 'contact',
	operation: 'add',
	campaignId: { __rl: true, mode: 'id', value: '1236' },
	columns: {
		mappingMode: 'defineBelow',
		value: {
			contact: "={{ $fromAI('Phone_Number', 'Phone number with + and country code', 'string') }}",
			name: "={{ $fromAI('Name', 'Full name of the person', 'string') }}",
		},
		matchingColumns: [],
		schema: [],
	},
};
const createOne = {
	resource: 'campaign',
	operation: 'create',
	integrationType: 'phone_call',
	name: "={{ $fromAI('Name', 'Name of the new campaign', 'string') }}",
	agentId: { __rl: true, mode: 'id', value: '6c4951e6-9877-4d7c-88d7-56b4948d3cce' },
	integrationId: { __rl: true, mode: 'id', value: 'iph_8YqL3mZxR1tV0nKfH9bA' },
	additionalFields: {
		firstMessage: "={{ $fromAI('First_Message', 'What the agent says first', 'string') }}",
	},
};

describeWith(realN8n)("the node as a tool of n8n's AI Agent", () => {
	let n8n: PackagedN8n;
	let client: N8nClient;
	let model: ScriptedModel;
	let modelCredential: { id: string; name: string };
	beforeAll(async () => {
		n8n = await packagedN8n();
		model = await startScriptedModel();
		({ client } = await n8n.startServer());
		const data = { apiKey: 'no-key-needed', url: model.baseUrl };
		const name = 'Scripted model';
		modelCredential = { name, id: await client.createCredential({ name, type: 'openAiApi', data }) };
	});
	afterAll(async () => {
		await model.close();
		await n8n.end();
	});
	beforeEach(() => {
		n8n.sandbox.reset();
	});

	/** Lets the model call the tool with these arguments, and returns the agent's last words. */
	async function letItCall(tool: Record<string, unknown>, words: Record<string, string>): Promise<string> {
		model.callWith(words);
		const { id, name } = demoCredential(n8n.sandbox);
		const workflow = agentWorkflow(tool, { altur: { id, name }, model: modelCredential });
		const run = await client.runWorkflow(await client.createWorkflow(workflow), agentTrigger);
		expect(run.data.resultData.error?.message).toBeUndefined();
		return String(outputItems(run.data, agentName)[0]?.output);
	}

	it('is described to the model in words it understands, with what it has to fill in', async () => {
		await letItCall(addOne, { Phone_Number: '+525599990000', Name: 'Ana Pérez' });
		expect(model.tool()).toMatchObject({
			description: expect.stringMatching(/contact.*campaign/i),
			parameters: {
				properties: {
					Phone_Number: { type: 'string', description: 'Phone number with + and country code' },
					Name: { type: 'string', description: 'Full name of the person' },
				},
			},
		});
	});

	it('adds one contact with what the model passed, and the agent tells of the result', async () => {
		const said = await letItCall(addOne, { Phone_Number: '+52 55 9999 0000', Name: 'Ana Pérez' });
		const campaign = n8n.sandbox.state().campaigns.find(({ id }) => id === 1236);
		expect(campaign?.contacts).toContainEqual(
			expect.objectContaining({ contact: '+525599990000', name: 'Ana Pérez' }),
		);
		expect(said).toContain('"status":"created"');
	});

	it('hands a wrong number back to the model as a result it can read', async () => {
		const said = await letItCall(addOne, { Phone_Number: 'call me', Name: 'Ana Pérez' });
		expect(model.toolAnswer()).toContain('"status":"failed"');
		expect(model.toolAnswer()).toMatch(/does not take \\?"call me\\?" as a phone number/);
		expect(said).toContain('The tool says:');
	});

	it('creates a campaign with what the model passed', async () => {
		const words = { Name: 'Autumn reactivation', First_Message: 'Hi, is this {name}?' };
		const said = await letItCall(createOne, words);
		expect(n8n.sandbox.state().campaigns).toContainEqual(
			expect.objectContaining({ name: 'Autumn reactivation', first_message: 'Hi, is this {name}?' }),
		);
		expect(said).toContain('Autumn reactivation');
	});
});

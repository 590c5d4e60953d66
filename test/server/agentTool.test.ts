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

const manyContacts = {
	resource: 'contact',
	operation: 'getAll',
	campaignId: { __rl: true, mode: 'id', value: '77' },
	returnAll: true,
};
const startCall = {
	resource: 'call',
	operation: 'start',
	agentId: { __rl: true, mode: 'id', value: '6c4951e6-9877-4d7c-88d7-56b4948d3cce' },
	phoneNumber: "={{ $fromAI('Phone_Number', 'Phone number with + and country code', 'string') }}",
};

const newestAgent = 3.1;
/** This one runs its tools itself. */
const olderAgent = 2.2;

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
	async function letItCall(
		tool: Record<string, unknown>,
		words: Record<string, string> = {},
		{ times = 1, agentVersion = newestAgent } = {},
	): Promise<string> {
		model.callWith(words, times);
		const { id, name } = demoCredential(n8n.sandbox);
		const credentials = { altur: { id, name }, model: modelCredential };
		const workflow = agentWorkflow(tool, credentials, agentVersion);
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

	it.each([newestAgent, olderAgent])(
		'hands over a row whatever the form does with its output (agent %s)',
		async (agentVersion) => {
			const words = { Phone_Number: 'call me', Name: 'Ana Pérez' };
			await letItCall({ ...addOne, output: 'branches' }, words, { agentVersion });
			expect(model.toolAnswer()).toContain('"status":"failed"');
		},
	);

	it.each([newestAgent, olderAgent])(
		'answers with less than 2 kB of a thousand contacts, and says how many there are (agent %s)',
		async (agentVersion) => {
			n8n.sandbox.addCampaign({
				id: 77,
				contacts: Array.from({ length: 1000 }, (_, index) => ({
					contact: `+52551${String(1_000_000 + index)}`,
					name: 'María Fernanda Hernández',
					context: 'Owes 1200, due on Friday. '.repeat(40),
				})),
			});
			await letItCall(manyContacts, {}, { agentVersion });
			expect(Buffer.byteLength(model.toolAnswer())).toBeLessThan(2000);
			expect(model.toolAnswer()).toContain('+525511000000');
			expect(model.toolAnswer()).toMatch(/"not_shown":99\d,"note":"99\d more of 1000, left out/);
		},
	);

	it('is told with care to call people only when the user asked for it', async () => {
		await letItCall(startCall, { Phone_Number: '+525599990000' });
		expect(model.tool().description).toBe(
			'Altur: Calls the phone of a real person at once, outside of campaigns. Use it only when the user has asked for this call, to this person; if in doubt, ask the user first. If nobody knows whether it rang, do not call again: tell the user.',
		);
	});

	it('does not call a person again when the model asks again because the answer was lost', async () => {
		n8n.sandbox.faults.add({ kind: 'resetAfter', match: { method: 'POST', path: '/call$' } });
		await letItCall(startCall, { Phone_Number: '+525599990000' }, { times: 2 });
		const calls = n8n.sandbox.requests.filter(({ path }) => path.endsWith('/call'));
		expect(calls).toHaveLength(1);
		expect(model.toolAnswer()).toContain('An earlier try of this run may have carried this out already');
	});

	it('hands the model what to do about a failure, and not only what happened', async () => {
		await letItCall({ ...manyContacts, campaignId: { __rl: true, mode: 'id', value: '999' } });
		expect(model.toolAnswer()).toContain('Altur has no campaign 999');
		expect(model.toolAnswer()).toContain('Pick one from the list, or check the ID.');
	});

	it('is described as the person has written it', async () => {
		const toolDescription = 'Rings somebody up.';
		await letItCall({ ...startCall, toolDescription }, { Phone_Number: '+525599990000' });
		expect(model.tool().description).toBe(toolDescription);
		// As n8n stored it before the node had a description of its own.
		await letItCall(
			{ ...startCall, descriptionType: 'manual', toolDescription },
			{ Phone_Number: '+525599990000' },
		);
		expect(model.tool().description).toBe(toolDescription);
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

import { AlturBench, addParameters, customerRows } from './harness/altur';
import { startForeignServer } from './harness/foreignServer';
import { describeWrongAddresses } from './harness/wrongAddress';

describeWrongAddresses({
	service: 'Altur',
	start: async () => await AlturBench.start(),
	nodeTypes: ['n8n-nodes-altur.altur', 'n8n-nodes-altur.alturTrigger'],
	credentialType: 'alturApi',
	wrongKey: [
		{ apiKey: 'wrong-key-1234' },
		'Altur does not accept this key. Paste a valid one from Altur, Dashboard > API Keys.',
	],
	production: 'https://api.altur.io/api/v1.0',
	form: { resource: 'campaign', operation: 'getAll' },
});

describe.each([
	['a page with 200', { status: 200, body: '<!doctype html>' }],
	['a page with 404', { status: 404, body: '<!doctype html>' }],
])('At an address that answers with %s', (_what, answer) => {
	let bench: AlturBench;
	let foreign: Awaited<ReturnType<typeof startForeignServer>>;

	beforeAll(async () => {
		foreign = await startForeignServer();
		foreign.answerWith(answer);
		bench = await AlturBench.start({}, foreign.origin);
	});
	afterAll(async () => {
		await bench.stop();
		await foreign.close();
	});

	it('Add to Campaign says that it is not the API of Altur, and not that there is no such campaign', async () => {
		const { run } = await bench.run(customerRows(2), addParameters(1240));
		const { message, description } = run.data.resultData.error ?? {};
		expect(message).toMatch(
			/^This address is not Altur's API: it answers with a web page.* \[items 0 to 1\]$/,
		);
		expect(description).toContain('Open the Altur credential and correct the Base URL');
	});

	it('the list of campaigns says so too', async () => {
		await expect(bench.searchList('searchCampaigns', addParameters(''))).rejects.toThrow(
			"This address is not Altur's API: it answers with a web page",
		);
	});
});

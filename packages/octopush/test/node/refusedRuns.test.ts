import { expectEveryRowFailed } from '../../../../test/node/harness/refusedRuns';
import { addParameters, customerRows, jsonOf, OctopushBench, type FormValues } from './harness/octopush';

jest.setTimeout(60_000);

const mappedTo = (phone: string) => ({
	columns: { mappingMode: 'defineBelow', value: { phone_number: phone } },
});
const removal = (more: FormValues): FormValues => ({
	resource: 'contact',
	operation: 'remove',
	phoneNumber: '={{ $json.phone }}',
	removeFrom: 'list',
	listName: 'my_list',
	...more,
});

describe('A run of Octopush that cannot begin', () => {
	let bench: OctopushBench;

	beforeAll(async () => {
		bench = await OctopushBench.start();
	});
	beforeEach(() => {
		bench.sandbox.reset();
	});
	afterAll(async () => {
		await bench.stop();
	});

	it.each([
		['no column is mapped', addParameters(mappedTo('')), 'No column is mapped to Phone Number'],
		['the column is in no row', addParameters(mappedTo('={{ $json.Mobile }}')), 'is mapped to "Mobile"'],
		['an option is out of range', addParameters({ options: { batchSize: 1001 } }), 'Batch Size must be'],
		['the name of the list is too long', addParameters({ listName: 'x'.repeat(31) }), 'at most 30'],
		['the list to remove from has no name', removal({ listName: '={{ "" }}' }), 'List Name is empty'],
		['the country does not exist', removal({ defaultCountry: 'France' }), 'There is no country'],
	])('because %s fails every row with On Error: Continue, and sends nothing', async (_why, form, reason) => {
		await expectEveryRowFailed(bench, 'Octopush', { rows: customerRows(2), form }, reason);
	});

	it.each<[string, FormValues]>([
		['Add', addParameters()],
		['Remove', removal({})],
		['Get Balance', { resource: 'account', operation: 'getBalance' }],
		['Create a list', { resource: 'contactList', operation: 'create', listName: 'my_list' }],
	])('%s, because the credential is no good, fails every row too', async (_operation, form) => {
		const rows = customerRows(2);
		const octopushApi = { apiLogin: 'ana@example.com', apiKey: '', baseUrl: 'https://octopush.example' };
		await expectEveryRowFailed(
			bench,
			'Octopush',
			{ rows, form, credentials: { octopushApi } },
			'has no API key',
		);
		const plain = { octopushApi: { ...octopushApi, apiKey: 'key-1', baseUrl: 'http://octopush.example' } };
		await expectEveryRowFailed(
			bench,
			'Octopush',
			{ rows, form, credentials: plain },
			'does not begin with https',
		);
	});

	it.each([addParameters, removal])('leaves rows of a failed request with their number', async (form) => {
		bench.sandbox.faults.add({ kind: 'status', status: 500, times: 'always' });
		const parameters = form({ options: { maxRetries: 0, batchSize: 1 } });
		const { items } = await bench.run(customerRows(30), parameters, { onError: 'continueRegularOutput' });
		const numbers = jsonOf(items('Octopush')).map(({ phone_number }) => phone_number);
		expect(numbers).toEqual(customerRows(30).map(({ json }) => json.phone));
	});
});

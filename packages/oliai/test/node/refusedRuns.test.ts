import { expectEveryRowFailed } from '../../../../test/node/harness/refusedRuns';
import {
	audience,
	customerRows,
	jsonOf,
	OliAiBench,
	upsertParameters,
	type FormValues,
} from './harness/oliAi';

jest.setTimeout(60_000);

const mappedTo = (phoneNumber: string) => ({
	columns: { mappingMode: 'defineBelow', value: { phoneNumber } },
});
const byIds = (operation: string, more: FormValues = {}): FormValues => ({
	resource: 'contact',
	operation,
	contactId: '={{ $json.contact }}',
	...more,
});
const idRows = Array.from({ length: 3 }, (_, row) => ({ json: { contact: `cl${row}` } }));
const intoAudience = (value: string) => upsertParameters({ addToAudience: true, ...audience(value) });

describe('A run of OliAI that cannot begin', () => {
	let bench: OliAiBench;

	beforeEach(async () => {
		bench = await OliAiBench.start();
	});
	afterEach(async () => {
		await bench.stop();
	});

	it.each([
		['no column is mapped', upsertParameters(mappedTo('')), 'No column is mapped to Phone Number'],
		['the column is in no row', upsertParameters(mappedTo('={{ $json.Mobile }}')), 'is mapped to "Mobile"'],
		['an option is out of range', upsertParameters({ options: { batchSize: 0 } }), 'Batch Size must be'],
		['no audience is chosen', intoAudience('={{ "" }}'), 'No audience is chosen'],
		['the audience is in no row', intoAudience('={{ $json.group }}'), 'Audience is mapped to "group"'],
		['the IDs are in no row', byIds('bulkDelete'), 'Contact ID is mapped to "contact"'],
	])('because %s fails every row with On Error: Continue, and sends nothing', async (_why, form, reason) => {
		await expectEveryRowFailed(bench, 'OliAI', { rows: customerRows(2), form }, reason);
	});

	it.each<[string, FormValues]>([
		['Create or Update in Bulk', upsertParameters()],
		['Delete in Bulk', byIds('bulkDelete', { contactId: 'cl1' })],
		['Get', byIds('get', { contactId: 'cl1' })],
	])('%s, because the credential is no good, fails every row too', async (_operation, form) => {
		const rows = customerRows(2);
		const oliAiApi = { apiKey: '', environment: 'other', baseUrl: 'https://oliai.example' };
		await expectEveryRowFailed(bench, 'OliAI', { rows, form, credentials: { oliAiApi } }, 'has no API key');
		const plain = { oliAiApi: { ...oliAiApi, apiKey: 'sk_live_1', baseUrl: 'http://oliai.example' } };
		await expectEveryRowFailed(
			bench,
			'OliAI',
			{ rows, form, credentials: plain },
			'does not begin with https',
		);
	});

	const onError = 'continueRegularOutput';
	const options = { maxRetries: 0, requestsPerMinute: 600 };

	it('leaves rows of a failed request with their number and audience', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 500, times: 'always' });
		const form = upsertParameters({ addToAudience: true, ...audience('aud_1'), options });
		const { items } = await bench.run(customerRows(3), form, { onError });
		expect(jsonOf(items('OliAI')).map(({ phoneNumber, audienceId }) => [phoneNumber, audienceId])).toEqual(
			customerRows(3).map(({ json }) => [json.phone, 'aud_1']),
		);
	});

	it.each([
		['bulkDelete', {}, undefined],
		['addToAudience', audience('aud_1'), 'aud_1'],
	])('leaves rows of a failed request of %s with their ID', async (operation, more, audienceId) => {
		bench.sandbox.faults.add({ kind: 'status', status: 500, times: 'always' });
		const form = byIds(operation, { ...more, options: { maxRetries: 0 } });
		const { items } = await bench.run(idRows, form, { onError });
		const told = jsonOf(items('OliAI'));
		expect(told.map(({ id }) => id)).toEqual(['cl0', 'cl1', 'cl2']);
		expect(told.map((json) => json.audienceId)).toEqual(Array(3).fill(audienceId));
		expect(told.every(({ status }) => status === 'failed')).toBe(true);
	});
});

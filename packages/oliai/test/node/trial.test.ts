import type { INodeExecutionData } from 'n8n-workflow';
import { audience, customerRows, jsonOf, OliAiBench, upsertParameters } from './harness/oliAi';

describe('OliAI, contact: create or update in bulk, with Trial', () => {
	let bench: OliAiBench;

	beforeEach(async () => {
		bench = await OliAiBench.start();
	});
	afterEach(async () => {
		await bench.stop();
	});

	const sheetRows = (count: number): INodeExecutionData[] =>
		customerRows(count).map(({ json }, place) => {
			const changes = [{}, { phone: '' }, { phone: '98 10' }, { phone: '5.21E+11' }, { name: ' ' }];
			return { json: { ...json, ...changes[place % 20] } };
		});
	const codesOf = (items: INodeExecutionData[]) =>
		jsonOf(items).map(({ status, error_code }) => error_code ?? (status === 'suppressed' ? status : 'sent'));

	it('checks without a request, and tells of each row what the real run does after it', async () => {
		const options = { doNotCall: '+919810000007', requestsPerMinute: 600 };
		const rows = sheetRows(1200);
		const checked = await bench.run(rows, upsertParameters({ options: { ...options, trial: 'check' } }));
		expect(bench.sandbox.requests).toHaveLength(0);
		const loaded = await bench.run(rows, upsertParameters({ options }));
		const codes = codesOf(checked.items('OliAI'));
		expect(codes).toEqual(codesOf(loaded.items('OliAI')));
		expect(codes.filter((code) => code === 'ROW_REFUSED')).toHaveLength(180);
		expect(codes.filter((code) => code === 'sent')).toHaveLength(959);
		expect(bench.sent('POST', '/contacts/bulk')).toHaveLength(2);
		expect(checked.task('OliAI').hints?.[0]?.message).toMatch(
			/^This was a trial: nothing was sent\. 959 ready, 240 failed, 1 suppressed; 2 requests, about 1 s\./,
		);
	});

	it('gives each row as it would be sent, and says in the words of the form what is missing', async () => {
		const rows = [...customerRows(1), { json: { phone: '98100 00001', name: '' } }];
		const { items } = await bench.run(
			rows,
			upsertParameters({ options: { trial: 'check' }, output: 'branches' }),
		);
		expect(items('OliAI', 0)).toEqual([]);
		expect(jsonOf(items('OliAI', 2))).toStrictEqual([
			{
				status: 'ready',
				id: null,
				phoneNumber: '+919810000000',
				error_message: null,
				error_code: null,
				country: 'IN',
				name: 'Priya Sharma 0',
				language: 'hi-IN',
			},
			{
				status: 'failed',
				id: null,
				phoneNumber: '98100 00001',
				country: null,
				name: null,
				language: null,
				error_code: 'ROW_REFUSED',
				error_message:
					'OliAI did not take this row: Name is empty; Phone Number is not international. Set Default Country, or write the number with +.',
			},
		]);
	});

	it('puts nobody into an audience when it checks, and of the first rows those that were stored', async () => {
		const { id } = bench.sandbox.addAudience({ name: 'Renewals' });
		const into = { addToAudience: true, ...audience(id) };
		const trial = (options: Record<string, string | number>) => upsertParameters({ options, ...into });
		const { task } = await bench.run(customerRows(5), trial({ trial: 'check' }));
		expect(bench.sandbox.requests).toHaveLength(0);
		expect(task('OliAI').hints?.[0]?.message).toContain(
			'; 1 request, about 1 s. The requests that put the contacts into their audience are not counted.',
		);
		const { items } = await bench.run(customerRows(5), trial({ trial: 'first', trialRows: 2 }));
		expect(jsonOf(items('OliAI')).map(({ status }) => status)).toEqual([
			'created',
			'created',
			'not_sent',
			'not_sent',
			'not_sent',
		]);
		expect(bench.sandbox.state().audiences[0]?.contactIds).toHaveLength(2);
	});
});

import { addParameters, AlturBench, customerRows, jsonOf } from './harness/altur';
import {
	byId,
	campaignParameters,
	createParameters,
	pageAgent,
	rowsOf,
	updateParameters,
} from './harness/campaignForms';
import { customerFile, fileParameters } from './harness/files';

const anItem = rowsOf([{}]);
/** A row that is a file too, for the operation that loads files. */
const aRowAndFile = customerRows(1).map((item) => {
	const data = Buffer.from(customerFile(1)).toString('base64');
	return { ...item, binary: { data: { data, mimeType: 'text/csv', fileName: 'contacts.csv' } } };
});
const ofContact = (operation: string) => ({
	resource: 'contact',
	operation,
	campaignId: byId(7),
	contactId: 42,
});
const byNumber = { findBy: 'phoneNumber', phoneNumber: '+525512345678' };
const operations = [
	['create', createParameters()],
	['update', updateParameters(7, { updateFields: { retries: 2 } })],
	['get', campaignParameters('get', 7)],
	['get many', { resource: 'campaign', operation: 'getAll' }],
	['activate', campaignParameters('activate', 7)],
	['pause', campaignParameters('pause', 7)],
	['resume', campaignParameters('resume', 7)],
	['archive', campaignParameters('archive', 7)],
	['contact: add', addParameters(7)],
	['contact: add from file', fileParameters(7)],
	['contact: get', ofContact('get')],
	['contact: get by phone number', { ...ofContact('get'), ...byNumber }],
	['contact: get many', ofContact('getAll')],
	['contact: delete', ofContact('delete')],
	['contact: delete by phone number', { ...ofContact('delete'), ...byNumber }],
	['call: get', { resource: 'call', operation: 'get', callId: 'cll_1' }],
	['call: get many', { resource: 'call', operation: 'getAll', campaignId: byId(7) }],
	['call: get recording', { resource: 'call', operation: 'getRecording', callId: 'cll_1' }],
	[
		'call: start',
		{ resource: 'call', operation: 'start', agentId: byId(pageAgent), phoneNumber: '+525512345678' },
	],
	['end user: create', { resource: 'endUser', operation: 'create', displayName: 'Ana' }],
	['end user: delete', { resource: 'endUser', operation: 'delete', endUserId: 'eu-1' }],
	['end user: get', { resource: 'endUser', operation: 'get', endUserId: 'eu-1' }],
	[
		'end user: update',
		{
			resource: 'endUser',
			operation: 'update',
			endUserId: 'eu-1',
			updateFields: { info: 'VIP', displayName: 'Ana' },
		},
	],
	['message: get many', { resource: 'message', operation: 'getAll', threadId: 'thr_1' }],
	[
		'message: send',
		{ resource: 'message', operation: 'send', agentId: byId(pageAgent), endUserId: 'eu-1', content: 'Hi' },
	],
	['thread: get', { resource: 'thread', operation: 'get', threadId: 'thr_1' }],
] as const;

describe('An answer of Altur with 200 that is no success', () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const answer = (body: unknown) => {
		bench.sandbox.faults.add({ kind: 'status', status: 200, body, times: 'always' });
	};

	it('is tried with every operation of the node', () => {
		const offered = bench
			.properties()
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options = [], displayOptions }) =>
				options.map((option) => [displayOptions?.show?.resource?.[0], 'value' in option && option.value]),
			);
		const tried = operations.map(([, { resource, operation }]) => [resource, operation]);
		expect([...new Set(tried.map(String))].sort()).toEqual(offered.map(String).sort());
	});

	it.each(operations)('is told with its reason, and not sent again: %s', async (_, parameters) => {
		answer({
			success: false,
			error: 'BILLING_LIMIT_REACHED',
			message: 'Limit',
			campaign: { id: 7 },
			campaigns: [],
			contact: { id: 42 },
			contacts: [],
			results: [],
		});
		const { run } = await bench.run(aRowAndFile, parameters);
		expect(run.data.resultData.error?.message).toContain('The limit of your Altur plan is reached');
		expect(run.data.resultData.error?.description).not.toContain('may have');
		expect(bench.sandbox.requests).toHaveLength(1);
	});

	it.each(operations)('may tell its status as a number, without "success": %s', async (_, parameters) => {
		answer({ error: 401, message: 'Invalid key' });
		const { run } = await bench.run(aRowAndFile, parameters);
		expect(run.data.resultData.error?.message).toMatch(
			/^Altur does not accept the API key \[(item 0|row 2 of contacts\.csv)\]$/,
		);
		expect(bench.sandbox.requests).toHaveLength(1);
	});

	it.each([
		['NOT_FOUND', 'Altur has no contact 42 in campaign 7'],
		['CONTACT_NOT_DELETABLE', 'Contact 42 was called or written to already'],
		['SOMETHING_NEW', 'Altur refused the request, HTTP 200'],
	])('does not claim that a contact was deleted: %s', async (error, message) => {
		answer({ success: false, error });
		const { run } = await bench.run(anItem, ofContact('delete'));
		expect(run.data.resultData.error?.message).toContain(message);
	});

	it('is sent again when it says that Altur is at fault, or busy', async () => {
		bench.sandbox.addCampaign({ id: 7 });
		for (const error of ['SERVER_ERROR', 'RATE_LIMITED']) {
			bench.sandbox.faults.add({ kind: 'status', status: 200, body: { success: false, error } });
		}
		const { items } = await bench.run(customerRows(1), addParameters(7));
		expect(jsonOf(items('Altur'))).toMatchObject([{ status: 'created' }]);
		expect(bench.posts()).toHaveLength(3);
	});

	it('keeps the results of the rows that it gives', async () => {
		answer({ success: false, results: [{ index: 0, status: 'created', id: '1' }, { index: 1 }] });
		const { items } = await bench.run(customerRows(2), addParameters(7));
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual(['created', 'failed']);
	});

	it('names no part of a program when a row is refused with a strange code', async () => {
		const codes = ['toString', 'constructor', '__proto__', 'hasOwnProperty'];
		answer({ results: codes.map((error, index) => ({ index, status: 'failed', error })) });
		const { items } = await bench.run(customerRows(codes.length), addParameters(7));
		expect(jsonOf(items('Altur')).map(({ error_message }) => error_message)).toEqual(
			codes.map((code) => `Altur refused this row with the code ${code}.`),
		);
	});

	it('stops at an unpaid plan as a load does: the items after it are not sent', async () => {
		const body = { success: false, error: 'BILLING_LIMIT_REACHED', message: 'Limit' };
		bench.sandbox.faults.add({ kind: 'status', status: 402, body, times: 'always' });
		const { items } = await bench.run(
			rowsOf([{ id: 1 }, { id: 2 }, { id: 3 }]),
			{
				...campaignParameters('activate', '={{ $json.id }}'),
			},
			{ onError: 'continueRegularOutput' },
		);
		expect(bench.sandbox.requests).toHaveLength(1);
		expect(jsonOf(items('Altur'))).toMatchObject([
			{ details: { code: 'BILLING_LIMIT_REACHED' } },
			{ details: { code: 'NOT_SENT' } },
			{ details: { code: 'NOT_SENT' } },
		]);
	});

	it('hands on an ID that no number can hold as it was typed', async () => {
		const huge = '9007199254740993';
		bench.sandbox.faults.add({ kind: 'status', status: 204, body: '' });
		const { items } = await bench.run(anItem, {
			...ofContact('delete'),
			campaignId: byId(huge),
			contactId: huge,
		});
		expect(jsonOf(items('Altur'))).toEqual([{ deleted: true, id: huge, campaign_id: huge }]);
		answer({ results: [{ index: 0, status: 'created', id: '1' }] });
		const added = await bench.run(customerRows(1), addParameters(huge));
		expect(jsonOf(added.items('Altur'))).toMatchObject([{ campaign_id: huge }]);
	});
});

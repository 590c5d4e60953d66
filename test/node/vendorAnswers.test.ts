import { AlturBench, jsonOf } from './harness/altur';
import {
	byId,
	campaignParameters,
	createParameters,
	rowsOf,
	updateParameters,
} from './harness/campaignForms';

const anItem = rowsOf([{}]);

const day = { startTime: '<string>', stopTime: '<string>', active: true };
const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };

/** The sample answer of the pages "Create campaign" and "Update campaign". */
const campaign = {
	id: 123,
	name: '<string>',
	integration: { id: '<string>' },
	agent: { id: '<string>', name: '<string>' },
	created_at: '2023-11-07T05:31:56Z',
	scheduling: week,
	cycles: {
		enabled: true,
		max_iterations: 7,
		cooldown_minutes: 720,
		filter_statuses: ['<string>'],
		filter_tags: ['<string>'],
		schedule: week,
		schedule_start_date: '2023-12-25',
		schedule_end_date: '2023-12-25',
	},
	analytics: {},
};

/** An entry of the page "Retrieve campaigns", where the cycles stand flat. */
const listed = {
	id: 123,
	name: '<string>',
	description: '<string>',
	status: 'active',
	created_at: '2023-11-07T05:31:56Z',
	agent: { id: '<string>', name: '<string>' },
	scheduling: week,
	timezone: 'America/Mexico_City',
	retries: 1,
	archived: false,
	template: null,
	first_message: '<string>',
	concurrency: 5,
	cycle_enabled: true,
	cycle_max_iterations: 7,
	cycle_cooldown_minutes: 720,
	cycle_filter_statuses: ['<string>'],
	cycle_filter_tags: ['<string>'],
	cycle_current_iteration: 2,
	cycle_last_iteration_at: '2023-11-07T05:31:56Z',
};

/** A contact of the page "Retrieve campaign contacts". */
const contact = {
	f_id: 'user_12345',
	id: 42,
	name: 'John Doe',
	contact: '+521234567890',
	status: 'answered',
	context: 'Past-due 30 days, owes $1200',
	retries: 1,
	has_follow_up: false,
	call_count: 2,
	billed_duration: 46,
	last_call_at: '2025-09-29 12:00:00',
	extracted_data: { balance: '1200' },
	tags: ['vip'],
};

const endUser = { id: 'eu-1', display_name: 'Ana', integration_type: 'api', info: 'VIP' };

/** GET /call/{id} of the specification. */
const call = {
	id: 'cll_1',
	thread: {
		id: 'thr_1',
		agent: { id: '<string>', name: '<string>' },
		end_user: endUser,
		integration: { id: '<string>', type: 'api' },
		updated_at: '2023-11-07T05:31:56Z',
		active: true,
		blocked: true,
		tags: [{ id: '<string>', name: '<string>', color: 'blue' }],
		assigned_to: [{ id: '<string>', email: '<string>', first_name: '<string>', last_name: '<string>' }],
	},
	type: 'outbound',
	status: 'created',
	answered_by: 'human',
	created_at: '2023-11-07T05:31:56Z',
	started_at: '2023-11-07T05:31:56Z',
	ended_at: '2023-11-07T05:31:56Z',
	ended_by: '<string>',
	ended_reason: '<string>',
	duration: 123,
	billable_duration: 123,
	policy_evaluation: {},
};

/** An entry of GET /campaigns/{id}/calls, with the values of the pages. */
const listedCall = {
	id: 'call_abc123def456',
	type: 'outbound',
	status: 'ended',
	answered_by: 'human',
	created_at: '2024-01-15T10:30:00-06:00',
	started_at: '2024-01-15T10:30:05-06:00',
	ended_at: '2024-01-15T10:35:00-06:00',
	ended_by: 'user',
	ended_reason: 'user_hangup',
	duration: 295,
	billed_duration: 300,
	contact: {
		id: 12345,
		f_id: 'EXT-001',
		name: 'Juan García',
		phone_number: '+521234567890',
		status: 'answered',
	},
	extracted_data: { interested: 'yes', appointment_date: '2024-01-20' },
	tags: ['interested', 'callback'],
	recording_url: '/api/v1.0/call/call_abc123def456/recording',
	policy_evaluation: { score: null, completed: false, completed_at: null, policies: [] },
};

const message = {
	thread_id: 'thr_1',
	type: 'text',
	sent_by: 'AI',
	sent_at: '2023-11-07T05:31:56Z',
	content: 'Hola',
	sent_by_user: null,
	read: true,
};

describe("The vendor pages' sample answers", () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const answer = (body: object) => {
		bench.sandbox.faults.add({ kind: 'status', status: 200, body });
	};

	it.each([
		['Create', createParameters()],
		['Update', updateParameters(123, { updateFields: { retries: 2 } })],
		['Get', campaignParameters('get', 123)],
		['Activate', campaignParameters('activate', 123)],
	])('of a campaign are handed on whole by %s', async (_, parameters) => {
		answer({ success: true, campaign });
		const { items } = await bench.run(anItem, parameters);
		expect(jsonOf(items('Altur'))).toEqual([campaign]);
	});

	it.each([
		['today', { has_next: false, has_previous: false, next_cursor: null, previous_cursor: null }],
		['in an older rendering', { has_more: false }],
	])('of the list of campaigns are handed on whole, with the pagination of %s', async (_, pagination) => {
		answer({ total_count: 1, campaigns: [listed], pagination });
		const { items } = await bench.run(anItem, { resource: 'campaign', operation: 'getAll', simplify: false });
		expect(jsonOf(items('Altur'))).toEqual([listed]);
	});

	it('of a contact, and of a list of contacts, are handed on whole', async () => {
		const ofCampaign = { resource: 'contact', campaignId: byId(1234) };
		answer({ success: true, contact });
		const one = await bench.run(anItem, { ...ofCampaign, operation: 'get', contactId: 42 });
		expect(jsonOf(one.items('Altur'))).toEqual([contact]);

		const pagination = { has_next: false, has_previous: false, next_page: null, previous_page: null };
		answer({ total_count: 1, contacts: [contact], pagination });
		const list = await bench.run(anItem, { ...ofCampaign, operation: 'getAll' });
		expect(jsonOf(list.items('Altur'))).toEqual([contact]);
	});

	it.each([
		['a call', { resource: 'call', operation: 'get', callId: 'cll_1' }, call],
		['a thread', { resource: 'thread', operation: 'get', threadId: 'thr_1' }, call.thread],
		['an end user', { resource: 'endUser', operation: 'get', endUserId: 'eu-1' }, endUser],
	])('of %s are handed on whole', async (_, parameters, body) => {
		answer(body);
		const { items } = await bench.run(anItem, parameters);
		expect(jsonOf(items('Altur'))).toEqual([body]);
	});

	it('of the calls of a campaign, and of the messages of a thread, are handed on whole', async () => {
		answer({ total_count: 85000, calls: [listedCall], pagination: { has_next: false, next_page: null } });
		const calls = { resource: 'call', operation: 'getAll', campaignId: byId(1234), simplify: false };
		const list = await bench.run(anItem, calls);
		expect(jsonOf(list.items('Altur'))).toEqual([listedCall]);

		answer([message]);
		const messages = await bench.run(anItem, { resource: 'message', operation: 'getAll', threadId: 'thr_1' });
		expect(jsonOf(messages.items('Altur'))).toEqual([message]);
	});

	const rows = rowsOf([
		{
			id: 'user_12345',
			name: 'John Doe',
			phone: '+521234567890',
			note: 'Past-due 30 days, owes $1200',
			balance: 1200,
		},
		{ id: 'user_12346', name: 'Sofía Pérez', phone: '+529876543210' },
	]);
	const add = {
		resource: 'contact',
		operation: 'add',
		campaignId: byId(1234),
		ifDuplicate: 'update',
		extractedData: 'fields',
		extractedDataFields: { values: [{ key: 'balance', value: '={{ $json.balance }}' }] },
		columns: {
			mappingMode: 'defineBelow',
			value: {
				contact: '={{ $json.phone }}',
				name: '={{ $json.name }}',
				context: '={{ $json.note }}',
				f_id: '={{ $json.id }}',
			},
			matchingColumns: [],
			schema: [],
		},
	};

	it("and request of the page's example of adding contacts are what the node sends and reads", async () => {
		answer({
			success: true,
			summary: { created: 2, updated: 0, skipped_duplicate: 0, failed: 0 },
			results: [
				{ index: 0, status: 'created', id: '42', contact: '+521234567890' },
				{ index: 1, status: 'created', id: '43', contact: '+529876543210' },
			],
		});
		const { items } = await bench.run(rows, add);
		expect(bench.posts().map(({ body }) => body)).toEqual([
			{
				if_duplicate: 'update',
				contacts: [
					{
						f_id: 'user_12345',
						name: 'John Doe',
						contact: '+521234567890',
						context: 'Past-due 30 days, owes $1200',
						extracted_data: { balance: '1200' },
					},
					{ f_id: 'user_12346', name: 'Sofía Pérez', contact: '+529876543210' },
				],
			},
		]);
		expect(jsonOf(items('Altur'))).toEqual([
			{
				status: 'created',
				id: '42',
				contact: '+521234567890',
				campaign_id: 1234,
				f_id: 'user_12345',
				error_message: null,
				error_code: null,
			},
			{
				status: 'created',
				id: '43',
				contact: '+529876543210',
				campaign_id: 1234,
				f_id: 'user_12346',
				error_message: null,
				error_code: null,
			},
		]);
	});

	it.each([
		['MISSING_CONTACT', 1, 'The row has no phone number'],
		['INVALID_PHONE_NUMBER', 1, 'Altur does not take "+521234567890" as a phone number'],
		['SERVER_ERROR', 2, 'Altur could not store this row'],
	])('that fail a row with %s say in words what it means', async (error, requests, message) => {
		const results = [{ index: 0, status: 'failed', contact: '+521234567890', error }];
		bench.sandbox.faults.add({
			kind: 'status',
			status: 200,
			body: { success: true, results },
			times: 'always',
		});
		const { items } = await bench.run(rows.slice(0, 1), add);
		expect(bench.posts()).toHaveLength(requests);
		expect(jsonOf(items('Altur'))).toEqual([
			expect.objectContaining({
				status: 'failed',
				error_code: error,
				error_message: expect.stringContaining(message),
			}),
		]);
	});
});

describe('The rate limit of the vendor pages', () => {
	it('of 12 requests a second is kept by an operation that goes item by item', async () => {
		const bench = await AlturBench.start();
		try {
			bench.sandbox.addCampaign({ id: 7 });
			const rows = rowsOf(Array.from({ length: 30 }, () => ({})));
			const { items } = await bench.run(rows, campaignParameters('get', 7));
			expect(items('Altur')).toHaveLength(30);
			// The pace learns from refusals, so a few may come where requests travel unequally long.
			expect(bench.sandbox.requests.length).toBeLessThanOrEqual(32);
		} finally {
			await bench.stop();
		}
	});
});

import { AlturBench, addParameters, customerRows } from './harness/altur';
import {
	byId,
	campaignParameters,
	createParameters,
	pageAgent,
	rowsOf,
	updateParameters,
} from './harness/campaignForms';
import type { FormValues } from './harness/nodeBench';

const ofContact = (operation: string) => ({
	resource: 'contact',
	operation,
	campaignId: byId(7),
	contactId: '42',
});
const retries = updateParameters(7, { updateFields: { retries: 2 } });

/** A refused request of Altur, and what the person reads of it. */
interface Refused {
	code: string;
	status: number;
	form: FormValues;
	/** Keys of the body beside `success`, `error` and `message`. */
	more?: Record<string, unknown>;
	/** The first line of n8n's red box, and the second. */
	reads: [string, string];
}

const refusals: Refused[] = [
	{
		code: 'FORBIDDEN',
		status: 403,
		form: campaignParameters('get', 7),
		reads: [
			'The API key may not do this with campaign 7. Altur says: "What Altur says."',
			'Check that the key belongs to the organization of the campaign.',
		],
	},
	{
		code: 'NOT_FOUND',
		status: 404,
		form: campaignParameters('get', 7),
		reads: ['Altur has no campaign 7', 'Pick one from the list, or check the ID.'],
	},
	{
		code: 'RATE_LIMITED',
		status: 429,
		form: campaignParameters('get', 7),
		reads: [
			'Altur asks to wait for 15 minutes before the next request. Altur says: "What Altur says."',
			'Run this again in 15 minutes. A retry is safe: doing it twice does no harm. Everything that uses the same key counts for its limit.',
		],
	},
	{
		code: 'SERVER_ERROR',
		status: 500,
		form: campaignParameters('get', 7),
		reads: [
			'Altur could not take the request now, HTTP 500 (tried 6 times)',
			'Run this again later. A retry is safe: doing it twice does no harm.',
		],
	},
	{
		code: 'INVALID_REQUEST',
		status: 400,
		form: createParameters(),
		more: { field: 'cycles.max_iterations' },
		reads: [
			'Altur refused the request, HTTP 400. Altur says: "What Altur says." It is about the field Number of Cycles (cycles.max_iterations)',
			'Compare the fields of this node with what Altur says.',
		],
	},
	{
		code: 'INVALID_STATUS',
		status: 400,
		form: createParameters(),
		reads: [
			'Altur does not know a status that was sent. Altur says: "What Altur says."',
			'Choose statuses from the list of the field; phone and WhatsApp campaigns have different ones.',
		],
	},
	{
		code: 'IMMUTABLE_FIELD',
		status: 400,
		form: retries,
		more: { field: 'cycles.mode' },
		reads: [
			'Altur does not let Mode (cycles.mode) be changed after a campaign was created',
			'Leave the field out, or create a new campaign with the other value.',
		],
	},
	{
		code: 'UNKNOWN_ACTION',
		status: 400,
		form: campaignParameters('pause', 7),
		reads: [
			'Altur does not know this action',
			'Update this node to its newest version; Altur may have changed its API.',
		],
	},
	{
		code: 'AGENT_NOT_FOUND',
		status: 404,
		form: createParameters(),
		reads: [
			'Altur has no agent 6c4951e6-9877-4d7c-88d7-56b4948d3cce that the API key can see',
			'Pick the agent from the list, or paste the ID that Altur shows for it. Check that the key belongs to the same organization.',
		],
	},
	{
		code: 'INTEGRATION_NOT_FOUND',
		status: 404,
		form: createParameters(),
		reads: [
			'Altur has no integration iph_8YqL3mZxR1tV0nKfH9bA that belongs to the agent',
			'Pick the integration from the list after choosing agent and channel, or paste the ID that Altur shows for it.',
		],
	},
	{
		code: 'INVALID_INTEGRATION_TYPE',
		status: 400,
		form: createParameters(),
		reads: [
			'The integration is not one of the channel that was chosen',
			'Choose the other Channel, or an integration of this one: a phone line for Phone Call, a WhatsApp line for WhatsApp.',
		],
	},
	{
		code: 'INVALID_FILTER_TAG',
		status: 400,
		form: createParameters(),
		reads: [
			'Altur does not know a tag of Leave Out Tag IDs. Altur says: "What Altur says."',
			"Enter the IDs of tags, not their names. Altur gives a tag's ID only with a conversation that has it.",
		],
	},
	{
		code: 'INVALID_PHONE_NUMBER',
		status: 400,
		form: addParameters(7),
		reads: [
			'Altur does not take a phone number that was sent. Altur says: "What Altur says."',
			'Write phone numbers with + and the country code. No contact was added before. A retry is safe: what Altur has already is not added twice.',
		],
	},
	{
		code: 'MISSING_CONTACT',
		status: 400,
		form: addParameters(7),
		reads: [
			'A contact that was sent has no phone number',
			'Check which column is mapped to Phone Number. No contact was added before. A retry is safe: what Altur has already is not added twice.',
		],
	},
	{
		code: 'CONTACT_NOT_FOUND',
		status: 404,
		form: ofContact('get'),
		reads: [
			'Altur has no contact 42 in campaign 7',
			'Check the contact ID; "Get Many" lists the contacts of a campaign.',
		],
	},
	{
		code: 'CONTACT_NOT_DELETABLE',
		status: 409,
		form: ofContact('delete'),
		reads: [
			'Contact 42 was called or written to already, so Altur keeps it',
			'Only contacts with the status queue or failed can be deleted.',
		],
	},
	{
		code: 'CAMPAIGN_FINISHED',
		status: 409,
		form: retries,
		reads: [
			'Campaign 7 is finished, and Altur lets nobody change it any more',
			'Choose another campaign, or create a new one.',
		],
	},
	{
		code: 'CYCLES_NOT_ENABLED',
		status: 400,
		form: updateParameters(7, { cycles: { settings: { cooldownMinutes: '60' } } }),
		reads: [
			'The campaign has no cycles, so there are none to change',
			'Cycles can only be switched on when a campaign is created. Remove Cycles here.',
		],
	},
	{
		code: 'SCHEDULED_MODE_ONLY',
		status: 400,
		form: updateParameters(7, { cycles: { settings: { scheduleStartDate: '2026-08-31' } } }),
		reads: [
			'The cycles of the campaign are in cooldown mode, which has no weekly schedule and no dates',
			'Remove the cycle schedule, start date and end date, or create a campaign in scheduled mode.',
		],
	},
	{
		code: 'INVALID_STATUS_TRANSITION',
		status: 409,
		form: campaignParameters('resume', 7),
		more: { current_status: 'cooldown', valid_targets: ['active', 'inactive'] },
		reads: [
			'The status of campaign 7 is cooldown, so it cannot be resumed',
			'From there it can become active or inactive.',
		],
	},
	{
		code: 'BILLING_LIMIT_REACHED',
		status: 402,
		form: createParameters(),
		reads: [
			"The limit of your Altur plan is reached, so the campaign can't be created",
			'Raise the limit in Altur, Dashboard > Billing, and run this again.',
		],
	},
];

describe('A refusal of Altur', () => {
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

	/** What the person sees: n8n's red box without the item, its second line, and the code under "details". */
	const read = async (form: FormValues, status: number, body: unknown, headers = {}) => {
		bench.sandbox.faults.add({ kind: 'status', status, body, headers, times: 'always' });
		const rows = form['operation'] === 'add' ? customerRows(1) : rowsOf([{}]);
		const { run } = await bench.run(rows, form);
		const { message, description, context } = JSON.parse(JSON.stringify(run.data.resultData.error ?? {}));
		expect(message).toMatch(/ \[item 0\]$/);
		expect(`${message} ${description}`).not.toMatch(/<|sandbox-key|undefined|\.\.(?!\.)|  /);
		return [message.replace(/ \[item 0\]$/, ''), description, context?.code];
	};

	it.each(refusals)(
		'with the code $code says what happened, and what to do',
		async ({ code, status, form, more, reads }) => {
			const body = { success: false, error: code, message: 'What Altur says.', ...more };
			const headers: Record<string, string> = status === 429 ? { 'retry-after': '900' } : {};
			expect(await read(form, status, body, headers)).toEqual([...reads, code]);
		},
		60_000,
	);

	it('has 21 codes in the specification, and each of them is tried', () => {
		expect(new Set(refusals.map(({ code }) => code)).size).toBe(21);
	});

	it("in the shape of Django's validation names the fields as the form does", async () => {
		const body = {
			createdAfter: ['Enter a valid date.'],
			status: ['"paused" is not a valid choice.'],
			non_field_errors: ['The date range is not valid.'],
			pageSize: ['Too many.'],
		};
		expect(await read({ resource: 'campaign', operation: 'getAll' }, 400, body)).toEqual([
			'Altur refused the request, HTTP 400. Altur says: "Created After (createdAfter): Enter a valid date. status: "paused" is not a valid choice. The date range is not valid. (and 1 more)"',
			'Compare the fields of this node with what Altur says.',
			'REFUSED',
		]);
	});

	it('of the key with 401 says where the key is found, whatever else it says', async () => {
		const body = { error: 401, message: 'Invalid api-key sandbox-key' };
		expect(await read(campaignParameters('get', 7), 401, body)).toEqual([
			'Altur does not accept the API key',
			'Open the Altur credential and paste a valid key from Altur, Dashboard > API Keys.',
			'UNAUTHORIZED',
		]);
	});

	it.each([401, 429, 503])(
		'with HTTP %i is what that says, whatever code stands beside it',
		async (status) => {
			const body = {
				success: false,
				error: 'BILLING_LIMIT_REACHED',
				message: 'Limit.',
				current_status: 'active',
			};
			const [message] = await read(campaignParameters('get', 7), status, body, { 'retry-after': '900' });
			expect(message).toMatch(
				/^Altur (does not accept the API key|asks to wait|could not take the request now)/,
			);
		},
	);

	it.each([
		['a list of sentences', ['The campaign is archived.'], 'The campaign is archived.'],
		['a sentence for an error', { error: 'The campaign is archived.' }, 'The campaign is archived.'],
		['a sentence in a list', { message: ['The campaign is archived.'] }, 'The campaign is archived.'],
		['a sentence in an object', { detail: { message: 'Archived.' } }, 'Archived.'],
		[
			'a code, a sentence and the fields',
			{
				error: 'INVALID_REQUEST',
				message: 'Validation failed.',
				errors: { name: ['Too long.'], retries: ['At most 5.'] },
			},
			'Validation failed. Name: Too long. Retries: At most 5.',
		],
		['nothing', {}, ''],
	])('is quoted from %s', async (_, body, said) => {
		const [message, advice] = await read(createParameters(), 400, body);
		expect(message).toBe(`Altur refused the request, HTTP 400${said && `. Altur says: "${said}"`}`);
		expect(advice).toBe(
			said
				? 'Compare the fields of this node with what Altur says.'
				: 'Check the fields of this node. Altur does not say why.',
		);
	});

	it.each([
		['the campaign', { error: 404, message: 'Campaign not found.' }, 'Altur has no campaign 7'],
		['the contact', { error: 404, message: 'Contact not found.' }, 'Altur has no contact 42 in campaign 7'],
		['one of both', { error: 404, message: 'Not found.' }, 'Altur has no contact 42 in campaign 7'],
	])('of a contact with 404 tells when it is %s that is not there', async (_what, body, message) => {
		expect(await read(ofContact('get'), 404, body)).toEqual([message, expect.any(String), 'NOT_FOUND']);
	});

	it('of a list of contacts with 404 names the campaign', async () => {
		const body = { error: 404, message: 'Campaign not found' };
		expect(await read(ofContact('getAll'), 404, body)).toEqual([
			'Altur has no campaign 7',
			'Pick one from the list, or check the ID.',
			'NOT_FOUND',
		]);
	});

	it.each([
		['call', 'get', { callId: 'cll_1' }],
		['call', 'getRecording', { callId: 'cll_1' }],
		['call', 'start', { agentId: byId(pageAgent), phoneNumber: '+525512345678' }],
		['thread', 'get', { threadId: 'thr_1' }],
		['message', 'getAll', { threadId: 'thr_1' }],
		['message', 'send', { agentId: byId(pageAgent), endUserId: 'eu-1', content: 'Hi' }],
		['endUser', 'create', { displayName: 'Ana' }],
		['endUser', 'get', { endUserId: 'eu-1' }],
		['endUser', 'update', { endUserId: 'eu-1', updateFields: { info: 'VIP' } }],
	])('with a number for a code quotes what Altur says: %s %s', async (resource, operation, form) => {
		const body = { error: 400, message: 'What Altur says.' };
		expect(await read({ resource, operation, ...form }, 400, body)).toEqual([
			'Altur refused the request, HTTP 400. Altur says: "What Altur says."',
			'Compare the fields of this node with what Altur says.',
			'REFUSED',
		]);
	});

	it('of a new campaign with 404 says what Altur says, when it names no code', async () => {
		const body = { error: 404, message: 'Agent or Integration not found' };
		expect(await read(createParameters(), 404, body)).toEqual([
			'Altur did not find what this asks for. Altur says: "Agent or Integration not found"',
			'Pick one from the list, or check the ID.',
			'NOT_FOUND',
		]);
	});

	it('for speed waits as long as its sentence says, when it is the one of Django', async () => {
		const body = { detail: 'Request was throttled. Expected available in 900 seconds.' };
		expect(await read(campaignParameters('get', 7), 429, body)).toEqual([
			'Altur asks to wait for 15 minutes before the next request. Altur says: "Request was throttled. Expected available in 900 seconds."',
			expect.any(String),
			'TOO_MANY_REQUESTS',
		]);
	});
});

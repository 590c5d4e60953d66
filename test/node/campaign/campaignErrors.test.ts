import { errorBody, errorShapes } from '../../../sandbox/altur/errorBody';
import { Refusal } from '../../../sandbox/server/refusal';
import { AlturBench } from '../harness/altur';
import { campaignParameters, createParameters, rowsOf, updateParameters } from '../harness/campaignForms';
import type { FormValues } from '../harness/nodeBench';

const anItem = rowsOf([{}]);
const page = '<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>';

/** What the person sees: n8n's red box, its second line, and the details under it. */
async function failOn(bench: AlturBench, parameters: FormValues) {
	const { run } = await bench.run(anItem, parameters);
	const { message, description, context, httpCode } = JSON.parse(
		JSON.stringify(run.data.resultData.error ?? {}),
	);
	const { code, field } = context ?? {};
	expect(`${message} ${description}`).not.toMatch(/<|sandbox-key|undefined|\.\.(?!\.)|  /);
	return { message, description, code, field, httpCode };
}

describe.each(errorShapes)('What a refusal of Altur reads like (error bodies of the shape "%s")', (shape) => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false, errorShape: shape });
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

	const failOf = async (parameters: FormValues) => await failOn(bench, parameters);
	const knows = shape !== 'bare';
	const answer = (status: number, code: string, message: string, extra = {}) => {
		const body = errorBody(new Refusal(status, code, message, extra), shape);
		bench.sandbox.faults.add({ kind: 'status', status, body });
	};

	it('INVALID_REQUEST', async () => {
		answer(400, 'INVALID_REQUEST', 'integration_id does not belong to agent_id');
		expect(await failOf(createParameters())).toEqual({
			message:
				'Altur refused the request, HTTP 400. Altur says: "integration_id does not belong to agent_id" [item 0]',
			description: 'Compare the fields of this node with what Altur says.',
			code: knows ? 'INVALID_REQUEST' : 'REFUSED',
			httpCode: '400',
		});
	});

	it('IMMUTABLE_FIELD names the field', async () => {
		bench.sandbox.addCampaign({ id: 7 });
		answer(400, 'IMMUTABLE_FIELD', 'This cannot be changed after creation.', { field: 'cycles.mode' });
		const error = await failOf(updateParameters(7, { updateFields: { retries: 2 } }));
		expect(error).toMatchObject({
			code: knows ? 'IMMUTABLE_FIELD' : 'REFUSED',
			field: 'cycles.mode',
			httpCode: '400',
		});
		expect(error.message).toBe(
			knows
				? 'Altur does not let Mode (cycles.mode) be changed after a campaign was created [item 0]'
				: 'Altur refused the request, HTTP 400. Altur says: "This cannot be changed after creation." It is about the field Mode (cycles.mode) [item 0]',
		);
	});

	it('CYCLES_NOT_ENABLED', async () => {
		bench.sandbox.addCampaign({ id: 7 });
		const error = await failOf(updateParameters(7, { cycles: { settings: { cooldownMinutes: '60' } } }));
		expect(error).toMatchObject(
			knows
				? {
						message: 'The campaign has no cycles, so there are none to change [item 0]',
						description: 'Cycles can only be switched on when a campaign is created. Remove Cycles here.',
						code: 'CYCLES_NOT_ENABLED',
					}
				: { message: expect.stringContaining('Altur says: "Cycles are not enabled on this campaign."') },
		);
	});

	it('SCHEDULED_MODE_ONLY', async () => {
		bench.sandbox.addCampaign({ id: 7, cycles: { enabled: true, mode: 'cooldown' } });
		const error = await failOf(
			updateParameters(7, { cycles: { settings: { scheduleStartDate: '2026-08-31' } } }),
		);
		expect(error).toMatchObject(
			knows
				? {
						message:
							'The cycles of the campaign are in cooldown mode, which has no weekly schedule and no dates [item 0]',
						code: 'SCHEDULED_MODE_ONLY',
					}
				: { message: expect.stringContaining('is only for cycles in scheduled mode.') },
		);
	});

	it('CAMPAIGN_FINISHED', async () => {
		bench.sandbox.addCampaign({ id: 7, status: 'finished' });
		const error = await failOf(updateParameters(7, { updateFields: { retries: 2 } }));
		expect(error).toEqual({
			message: knows
				? 'Campaign 7 is finished, and Altur lets nobody change it any more [item 0]'
				: 'Altur does not allow this with campaign 7 as it stands now. Altur says: "A finished campaign is read-only." [item 0]',
			description: knows
				? 'Choose another campaign, or create a new one.'
				: 'Look up its status in Altur first.',
			code: knows ? 'CAMPAIGN_FINISHED' : 'CONFLICT',
			httpCode: '409',
		});
	});

	it('UNKNOWN_ACTION', async () => {
		bench.sandbox.addCampaign({ id: 7 });
		answer(400, 'UNKNOWN_ACTION', 'There is no action "pause".');
		const error = await failOf(campaignParameters('pause', 7));
		expect(error.message).toBe(
			knows
				? 'Altur does not know this action [item 0]'
				: 'Altur refused the request, HTTP 400. Altur says: "There is no action "pause"." [item 0]',
		);
	});

	it('BILLING_LIMIT_REACHED', async () => {
		bench.sandbox.addCampaign({ id: 7, billingLimitReached: true });
		const error = await failOf(campaignParameters('activate', 7));
		expect(error).toMatchObject({
			code: knows ? 'BILLING_LIMIT_REACHED' : 'PAYMENT_REQUIRED',
			httpCode: '402',
		});
		expect(error.message).toBe(
			knows
				? "The limit of your Altur plan is reached, so the campaign can't be activated [item 0]"
				: `The limit of your Altur plan is reached, so the campaign can't be activated. Altur says: "The limit of your plan is reached." [item 0]`,
		);
	});

	it('INVALID_STATUS_TRANSITION says the present status and what is possible', async () => {
		bench.sandbox.addCampaign({ id: 7, status: 'cooldown' });
		bench.sandbox.addCampaign({ id: 8, status: 'finished' });
		expect(await failOf(campaignParameters('resume', 7))).toEqual({
			message: 'The status of campaign 7 is cooldown, so it cannot be resumed [item 0]',
			description: 'From there it can become active or inactive.',
			code: 'INVALID_STATUS_TRANSITION',
			httpCode: '409',
		});
		expect(await failOf(campaignParameters('activate', 8))).toMatchObject({
			message: 'The status of campaign 8 is finished, so it cannot be activated [item 0]',
			description: 'No other status is possible from there: create a new campaign instead.',
		});
	});

	it('401, also when the answer repeats the key', async () => {
		bench.sandbox.faults.add({ kind: 'echoAuthorization' });
		expect(await failOf(campaignParameters('get', 7))).toEqual({
			message: 'Altur does not accept the API key [item 0]',
			description: 'Open the Altur credential and paste a valid key from Altur, Dashboard > API Keys.',
			code: 'UNAUTHORIZED',
			httpCode: '401',
		});
	});

	it.each([
		[
			'as JSON',
			{ detail: 'You do not have permission to perform this action.' },
			/^The API key may not do this with campaign 7\b.*\[item 0\]$/,
			/^Check that the key belongs to the organization of the campaign\.$/,
		],
		[
			'as an HTML page',
			page,
			/^This address is not Altur's API: it answers with a web page \[item 0\]$/,
			/something else answers in its place, such as a firewall or a proxy\.$/,
		],
	])('403 %s', async (_, body, message, advice) => {
		bench.sandbox.faults.add({ kind: 'status', status: 403, body });
		const error = await failOf(campaignParameters('get', 7));
		expect(error.message).toMatch(message);
		expect(error.description).toMatch(advice);
	});

	it('404', async () => {
		expect(await failOf(campaignParameters('get', 999))).toEqual({
			message: 'Altur has no campaign 999 [item 0]',
			description: 'Pick one from the list, or check the ID.',
			code: expect.stringMatching(/NOT_FOUND/),
			httpCode: '404',
		});
	});

	it('409 for an own key that was used for another campaign', async () => {
		const form = (name: string) => createParameters({ name, additionalFields: { idempotencyKey: 'deal-7' } });
		await bench.run(anItem, form('One'));
		const error = await failOf(form('Two'));
		expect(error.message).toContain('Altur holds another request under the same idempotency key');
		expect(error.description).toContain('If you set an Idempotency Key yourself, use another one');
	});
});

describe('An outage of Altur', () => {
	// Five retries wait for a quarter of a minute at least.
	it('502 with an HTML page, after it was tried again', async () => {
		const bench = await AlturBench.start();
		bench.sandbox.addCampaign({ id: 7 });
		bench.sandbox.faults.add({ kind: 'htmlBadGateway', times: 'always' });
		const told = await failOn(bench, updateParameters(7, { updateFields: { retries: 2 } }));
		await bench.stop();
		expect(told).toEqual({
			message: 'Altur could not take the request now, HTTP 502 (tried 6 times) [item 0]',
			description:
				'Altur may have carried it out all the same. Run this again later. A retry is safe: doing it twice does no harm.',
			code: 'UNAVAILABLE',
			httpCode: '502',
		});
	}, 60_000);
});

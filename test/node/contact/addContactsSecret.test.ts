import { inspect } from 'node:util';
import { stringify } from 'flatted';
import type { IRun } from 'n8n-workflow';
import type { FaultInput } from '../../../sandbox/server/fault';
import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';

jest.setTimeout(60_000);

const apiKey = 'ak_live_4f9c2d7b81e34a6f';

/** Everything of an execution that n8n could store, show or log, hidden properties included. */
function everythingOf(run: IRun): string {
	const shown = inspect(run, { depth: null, showHidden: true, maxArrayLength: null, maxStringLength: null });
	return shown + stringify(run) + (run.data.resultData.error?.stack ?? '');
}

describe('The API key', () => {
	let bench: AlturBench;
	let campaign: number;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false, apiKey });
	});
	beforeEach(() => {
		bench.sandbox.reset();
		campaign = bench.sandbox.addCampaign().id;
	});
	afterAll(async () => {
		await bench.stop();
	});

	const once = { options: { maxRetries: 0, timeout: 1 } };
	const quoting = { message: `Bad key ${apiKey}` };
	const quotingResults = {
		results: [0, 1].map((index) => ({ index, status: 'failed', error: `Not with ${apiKey}` })),
	};
	const asBasic = Buffer.from(`altur:${apiKey}`).toString('base64');
	/** Without the letters in which its neighbours have a part. */
	const spellings = [apiKey, asBasic.slice(9, -4)];
	const faults: Array<[string, FaultInput]> = [
		['all goes well', { kind: 'latency', ms: 1 }],
		['Altur answers 401 and echoes the header', { kind: 'echoAuthorization', status: 401 }],
		['Altur answers 500 and echoes the header', { kind: 'echoAuthorization', status: 500 }],
		['Altur quotes it in a refusal', { kind: 'status', status: 422, body: { message: `Bad key ${apiKey}` } }],
		['Altur quotes it in a page', { kind: 'status', status: 502, body: `<html>${apiKey}</html>` }],
		['Altur quotes it in what it does', { kind: 'status', status: 200, body: quotingResults }],
		['Altur quotes it in an answer that lacks the results', { kind: 'status', status: 200, body: quoting }],
		['Altur quotes it in a redirection', { kind: 'status', status: 302, body: quoting }],
		['Altur quotes it in base64', { kind: 'status', status: 422, body: { message: `Bad: ${asBasic}` } }],
		['the connection breaks', { kind: 'resetBefore' }],
		['there is no answer in time', { kind: 'hang' }],
		['the answer is cut off', { kind: 'truncatedBody' }],
	];

	it.each(faults)('is nowhere in the execution when %s', async (_what, fault) => {
		for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
			bench.sandbox.faults.add(fault);
			const { run } = await bench.run(customerRows(2), addParameters(campaign, once), { onError });
			const everything = everythingOf(run);
			expect(spellings.filter((spelling) => everything.includes(spelling))).toEqual([]);
		}
		expect(bench.sandbox.requests.every(({ headers }) => headers.authorization === '[present]')).toBe(true);
		const addresses = bench.sandbox.requests.map(({ path, query }) => path + JSON.stringify(query));
		expect(addresses.join()).not.toContain(apiKey);
	});

	it('that Altur does not know is told, with where to find another', async () => {
		const { run, task } = await bench.run(
			customerRows(2),
			addParameters(campaign),
			{},
			{ credentials: { alturApi: { apiKey: 'wrong-key-123', baseUrl: bench.sandbox.baseUrl } } },
		);
		expect(task('Altur').error?.message).toMatch(/^Altur does not accept the API key/);
		expect(task('Altur').error?.description).toContain('Dashboard > API Keys');
		expect(everythingOf(run)).not.toContain('wrong-key-123');
		expect(bench.posts()).toHaveLength(1);
	});

	it('ends the whole load when Altur refuses it in the middle, with On Error: Continue too', async () => {
		bench.sandbox.faults.add({ kind: 'status', status: 401, skip: 1, times: 'always' });
		const { items } = await bench.run(
			customerRows(40),
			addParameters(campaign, { options: { batchSize: 1, requestsPerSecond: 6 } }),
			{ onError: 'continueRegularOutput' },
		);
		expect(bench.posts().length).toBeLessThan(6);
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual([
			'created',
			...Array(39).fill('failed'),
		]);
	});

	it.each([
		['to an address without https', apiKey, 'http://altur.example', 'does not begin with https'],
		['when it is empty', '  ', 'https://altur.example', 'The Altur credential has no API key'],
	])('is not sent %s', async (_when, key, baseUrl, message) => {
		const { run, task } = await bench.run(
			customerRows(1),
			addParameters(campaign),
			{},
			{ credentials: { alturApi: { apiKey: key, baseUrl } } },
		);
		expect(run.status).toBe('error');
		expect(task('Altur').error?.message).toContain(message);
	});

	it('is found by the sandbox whichever way the Base URL is written', async () => {
		const { origin } = bench.sandbox;
		for (const baseUrl of [origin, `${origin}/`, `${origin}/api`, `${origin}/api/v1.0/`]) {
			const { run } = await bench.run(
				customerRows(1),
				addParameters(campaign),
				{},
				{ credentials: { alturApi: { apiKey: ` ${apiKey} `, baseUrl } } },
			);
			expect(run.status).toBe('success');
		}
	});
});

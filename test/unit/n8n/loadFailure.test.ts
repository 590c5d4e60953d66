import type { FailedBatch } from '../../../bulk/batchService';
import type { Failure } from '../../../bulk/request/failure';
import type { LoadReport } from '../../../bulk/loadReport';
import type { RowResult } from '../../../bulk/rows';
import { nameRows, toLoadError, type FailedLoad, type LoadMessages } from '../../../n8n/load/failure';
import { resultsOfAllItems } from '../../../n8n/load/lostRows';
import { Tally } from '../../../n8n/load/tally';
import { executeContext } from './executeContext';

const messages: LoadMessages = {
	service: 'Altur',
	noun: 'contact',
	participle: 'added',
	onRetry: 'A retry is safe.',
	explain: ({ failure, group }) => ({
		code: failure.kind === 'notFound' ? 'NOT_FOUND' : 'UNAVAILABLE',
		message: failure.kind === 'notFound' ? `Altur has no ${group}.` : 'Altur could not take the request now.',
		advice: failure.kind === 'notFound' ? 'Pick one from the list.' : 'Run this again later.',
	}),
};

const failed = (
	itemIndexes: number[],
	failure: Partial<Failure> = {},
	group = 'campaign 1',
): FailedBatch => ({
	failure: { kind: 'unavailable', attempts: 6, mayHaveBeenApplied: false, status: 503, ...failure },
	group,
	itemIndexes,
});

const created: RowResult = { status: 'created' };
const refused: RowResult = {
	status: 'failed',
	problem: { code: 'INVALID_PHONE_NUMBER', message: 'Altur does not take "abc" as a phone number.' },
};

const reportOf = (
	report: Partial<LoadReport> = {},
	results: Array<[number, RowResult]> = [],
): LoadReport => ({
	results: new Map(results),
	failed: [],
	unsent: [],
	...report,
});

describe('The results of a load that goes on after a failure', () => {
	it('are those that Altur gave, in the order of the items', () => {
		const report = reportOf({}, [
			[1, refused],
			[0, created],
		]);
		expect(resultsOfAllItems(report, messages, 2)).toEqual([created, refused]);
	});

	it('say of the rows of a failed request why, short enough for a table', () => {
		const [first, second] = resultsOfAllItems(
			reportOf({ failed: [failed([1])] }, [[0, created]]),
			messages,
			2,
		);
		expect(first).toBe(created);
		expect(second).toEqual({
			status: 'failed',
			problem: {
				code: 'UNAVAILABLE',
				message: 'Altur could not take the request now.',
			},
		});
	});

	it('say of a row in doubt that Altur may have added it all the same', () => {
		const [row] = resultsOfAllItems(
			reportOf({ failed: [failed([0], { mayHaveBeenApplied: true })] }),
			messages,
			1,
		);
		expect(row?.problem?.message).toBe(
			'Altur could not take the request now. Altur may have added the row all the same.',
		);
	});

	it('say of a row that was not sent which request is to blame: that of its own campaign, if there is one', () => {
		const report = reportOf({
			failed: [failed([0]), failed([1], { kind: 'notFound' }, 'campaign 2')],
			unsent: [
				{ group: 'campaign 2', itemIndexes: [2] },
				{ group: 'campaign 3', itemIndexes: [3] },
			],
		});
		const notSent = resultsOfAllItems(report, messages, 4).slice(2);
		expect(notSent.map(({ problem }) => problem)).toEqual([
			{
				code: 'NOT_SENT',
				message: 'The row was not sent. An earlier request failed: Altur has no campaign 2.',
			},
			{
				code: 'NOT_SENT',
				message: 'The row was not sent. An earlier request failed: Altur could not take the request now.',
			},
		]);
		expect(notSent.map(({ status }) => status)).toEqual(['failed', 'failed']);
	});

	it('hold a row that was not even read, with the same reason', () => {
		const results = resultsOfAllItems(reportOf({ failed: [failed([0])] }), messages, 2);
		expect(results[1]).toEqual({
			status: 'failed',
			problem: {
				code: 'NOT_SENT',
				message: 'The row was not sent. An earlier request failed: Altur could not take the request now.',
			},
		});
	});

	it.each([
		['nothing had failed', reportOf({ unsent: [{ group: 'campaign 1', itemIndexes: [0] }] })],
		['a request was under way', reportOf({ failed: [failed([1], { kind: 'cancelled' })] })],
	])('say that the run was stopped, when %s', (_, report) => {
		expect(resultsOfAllItems(report, messages, 2)[0]?.problem).toEqual({
			code: 'NOT_SENT',
			message: 'The row was not sent. The run was stopped.',
		});
	});
});

describe('The error of a load that ends with a failed request', () => {
	const errorOf = (
		batch: FailedBatch,
		results: Array<[number, RowResult]> = [],
		more: Partial<FailedLoad> = {},
		words = messages,
	) =>
		toLoadError(executeContext(), batch, words, {
			answered: Tally.of(results.map(([, result]) => result)),
			rowCount: 10,
			where: nameRows('item', batch.itemIndexes),
			...more,
		});

	it('says what happened, to which items, what was done before, and what to do', () => {
		const results = [0, 1, 2].map((index): [number, RowResult] => [index, created]);
		const error = errorOf(failed([3, 4, 5]), results);
		expect(error.message).toBe('Altur could not take the request now [items 3 to 5]');
		expect(error.description).toBe(
			'Run this again later. 3 of 10 contacts had reached Altur before; 7 had not. A retry is safe.',
		);
		expect(error.node.name).toBe('Altur');
		expect(error.httpCode).toBe('503');
		expect(error.context.code).toBe('UNAVAILABLE');
	});

	it.each([
		[[7], '[item 7]'],
		[[3, 4], '[items 3 to 4]'],
		[[3, 5, 9], '[3 items between 3 and 9]'],
	])('names the items %j as %s', (itemIndexes, named) => {
		expect(errorOf(failed(itemIndexes)).message).toBe(`Altur could not take the request now ${named}`);
	});

	it.each<[Partial<Failure>, object | undefined]>([
		[
			{ kind: 'throttled', retryAfterMs: 7000 },
			{ cause: 'rate-limited', retryAfterMs: 7000 },
		],
		[
			{ kind: 'unavailable', retryAfterMs: 120_000 },
			{ cause: 'temporarily-unavailable', retryAfterMs: 120_000 },
		],
		[{ kind: 'unreachable' }, { cause: 'temporarily-unavailable' }],
		[{ kind: 'unauthorized' }, { cause: 'credential-invalid' }],
		[{ kind: 'notFound' }, { cause: 'configuration-invalid' }],
		[{ kind: 'refused' }, undefined],
	])('tells n8n of %j what it can do about it', (failure, told) => {
		expect(errorOf(failed([7], failure)).failure).toEqual(told);
	});

	it('lets the editor jump to the item that it is about', () => {
		expect(errorOf(failed([7]), [], { itemIndex: 7 }).context.itemIndex).toBe(7);
		expect(errorOf(failed([7, 8])).context.itemIndex).toBeUndefined();
	});

	it('tells how far a file came, of which nobody knows how many rows are left', () => {
		const results = [created, created, refused].map((result, index): [number, RowResult] => [index, result]);
		const more = { rowCount: undefined, where: nameRows('row', [4, 5]), also: 'More is in failed.csv.' };
		const { message, description } = errorOf(failed([3, 4]), results, more);
		expect(message).toBe('Altur could not take the request now [rows 4 to 5]');
		expect(description).toBe(
			'Run this again later. 2 contacts had reached Altur before; 1 was refused. A retry is safe. More is in failed.csv.',
		);
	});

	it.each<[string, Array<[number, RowResult]>, string]>([
		['nothing arrived', [], 'No contact was added before.'],
		['everything was refused', [[0, refused]], 'No contact was added before; 1 was refused.'],
		[
			'some rows were refused',
			[
				[0, created],
				[1, refused],
				[2, refused],
			],
			'1 of 10 contacts had reached Altur before; 2 were refused, 7 had not.',
		],
		[
			'some rows were on the list of Do Not Call',
			[
				[0, created],
				[1, refused],
				[2, { status: 'suppressed' }],
			],
			'1 of 10 contacts had reached Altur before; 1 was refused, 1 was suppressed, 7 had not.',
		],
		[
			'a trial had left some rows out',
			[
				[0, created],
				[1, { status: 'not_sent' }],
				[2, { status: 'not_sent' }],
			],
			'1 of 10 contacts had reached Altur before; 2 were left out by the trial, 7 had not.',
		],
	])('tells how far it came when %s before', (_, results, progress) => {
		expect(errorOf(failed([3]), results).description).toBe(
			`Run this again later. ${progress} A retry is safe.`,
		);
	});

	it('says that rows of the failed request may be in too, when nobody knows', () => {
		expect(errorOf(failed([3, 4], { mayHaveBeenApplied: true })).description).toBe(
			'Run this again later. No contact was added before. ' +
				'Altur may have added contacts of the failed request too. A retry is safe.',
		);
	});

	it('does not say twice what comes of a retry', () => {
		const advised: LoadMessages = {
			...messages,
			explain: () => ({ code: 'UNAVAILABLE', message: 'Down.', advice: 'Run it again. A retry is safe.' }),
		};
		const { description } = errorOf(failed([0]), [], {}, advised);
		expect(description).toBe('Run it again. A retry is safe. No contact was added before.');
	});

	it('keeps what else the service said of the refusal in its details', () => {
		const batch = failed([0], { kind: 'notFound', status: 404 });
		const detailed: LoadMessages = { ...messages, details: () => ({ field: 'campaign', hint: undefined }) };
		const { context } = errorOf(batch, [], {}, detailed);
		expect(context).toMatchObject({ code: 'NOT_FOUND', field: 'campaign' });
		expect(context).not.toHaveProperty('hint');
	});
});

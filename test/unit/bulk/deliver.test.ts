import type { Batch } from '../../../bulk/batches';
import type { BatchService } from '../../../bulk/batchService';
import { deliver } from '../../../bulk/deliver';
import { Pacer } from '../../../bulk/pace/pacer';
import type { Failure } from '../../../bulk/request/failure';
import type { ConnectionTrouble, ServiceResponse } from '../../../bulk/request/request';
import { noResult } from '../../../bulk/results';
import type { RowResult } from '../../../bulk/rows';
import type { Client } from '../../../bulk/request/send';
import { VirtualClock } from './virtualClock';

type Answer = ServiceResponse | ConnectionTrouble;

const ok = (...words: string[]): ServiceResponse => ({ status: 200, headers: {}, body: words });
const tooLarge: ServiceResponse = { status: 413, headers: {}, body: '' };
const refused: ServiceResponse = { status: 400, headers: {}, body: '' };
const failure: Failure = { kind: 'refused', attempts: 1, mayHaveBeenApplied: false };
const broken: ConnectionTrouble = { trouble: 'The connection broke off', mayHaveArrived: true };

/** A batch whose rows are named; two rows of one letter are of one contact, "-" of nobody known. */
const batchOf = (names: string, more: Partial<Batch<string>> = {}): Batch<string> => ({
	group: 'campaign 1',
	number: '0',
	rows: [...names].map((payload, itemIndex) => ({
		itemIndex,
		group: 'campaign 1',
		orderKey: payload === '-' ? undefined : payload,
		payload,
	})),
	...more,
});

/** The word of the answer for each row; `again` is a fault that the service blames on itself. */
const service: BatchService<string> = {
	request: ({ number, rows }) => ({
		method: 'POST',
		path: '/contacts',
		body: Buffer.from(rows.map(({ payload }) => payload).join('')),
		idempotencyKey: `key ${number}`,
		retryable: true,
	}),
	results: (_batch, body) =>
		Array.isArray(body)
			? body.map((word): RowResult => ({ status: String(word), isTransient: word === 'again' }))
			: [],
	tooLarge: ({ payload }) => ({ status: `too large: ${payload}` }),
};

class Bench {
	readonly sent: string[] = [];
	readonly batches: Array<Batch<string>> = [];
	private readonly clock = new VirtualClock();

	async deliver(
		batch: Batch<string>,
		answers: Answer[] | ((text: string) => Answer),
		{ maxRetries = 1, closing = new AbortController().signal, ...more }: Given = {},
	) {
		const client: Client = {
			transport: async ({ body }) => {
				const text = String(body);
				this.sent.push(text);
				return (Array.isArray(answers) ? answers[this.sent.length - 1] : answers(text)) ?? refused;
			},
			lane: new Pacer({ requests: 12, windowMs: 1000 }, this.clock).openLane(),
			policy: { maxRetries, maxTotalWaitMs: 60_000 },
			counts: { requests: 0, throttled: 0, retried: 0 },
			clock: this.clock,
		};
		const watched: BatchService<string> = {
			...service,
			...more,
			request: (asked) => {
				this.batches.push(asked);
				return (more.request ?? service.request)(asked);
			},
		};
		return await deliver(batch, watched, client, closing);
	}
}
type Given = Partial<BatchService<string>> & { maxRetries?: number; closing?: AbortSignal };

const statuses = ({ results }: Awaited<ReturnType<typeof deliver>>) =>
	results.map(({ itemIndex, result }) => `${itemIndex} ${result.status}`);

describe('A batch', () => {
	let bench: Bench;
	beforeEach(() => {
		bench = new Bench();
	});

	it('that is answered has one result per row, and tells its request', async () => {
		const delivery = await bench.deliver(batchOf('abc'), [ok('created', 'updated')]);
		expect(delivery).toEqual({
			results: [
				{ itemIndex: 0, result: { status: 'created', isTransient: false } },
				{ itemIndex: 1, result: { status: 'updated', isTransient: false } },
				{ itemIndex: 2, result: noResult },
			],
			failed: [],
			isCarriedOut: true,
			requests: ['key 0'],
		});
		expect(bench.sent).toEqual(['abc']);
	});

	it('whose request has no key tells of no request, whatever came of it', async () => {
		const keyless: Given = { request: (batch) => ({ ...service.request(batch), idempotencyKey: undefined }) };
		expect((await bench.deliver(batchOf('a'), [ok('created')], keyless)).requests).toHaveLength(0);
		expect((await bench.deliver(batchOf('a'), () => refused, keyless)).requests).toHaveLength(0);
	});

	it('that finally fails is told with its rows, its group, and how its request ended', async () => {
		const delivery = await bench.deliver(batchOf('ab'), () => broken);
		expect(delivery.results).toEqual([]);
		expect(delivery.failed).toEqual([
			{
				group: 'campaign 1',
				itemIndexes: [0, 1],
				failure: expect.objectContaining({ kind: 'unreachable', attempts: 2, mayHaveBeenApplied: true }),
			},
		]);
		expect(delivery.requests).toEqual(['key 0 unreachable']);
	});

	it('is not even made into a request when it is not worth sending', async () => {
		const delivery = await bench.deliver(batchOf('ab'), [ok()], { closing: AbortSignal.abort() });
		expect(delivery).toEqual({ results: [], failed: [], isCarriedOut: false, requests: [] });
		expect([bench.batches, bench.sent]).toEqual([[], []]);
	});

	it('that was not sent, because that was not worth it any more, is no failure', async () => {
		const closing = new AbortController();
		const delivery = await bench.deliver(batchOf('ab'), [ok()], {
			closing: closing.signal,
			request: (batch) => {
				closing.abort();
				return service.request(batch);
			},
		});
		expect(delivery).toEqual({ results: [], failed: [], isCarriedOut: false, requests: [] });
		expect(bench.sent).toEqual([]);
	});

	describe('that is too large', () => {
		it('is halved until its parts are taken, in the order of its rows', async () => {
			const delivery = await bench.deliver(batchOf('abcde'), (text) =>
				text.length > 2 ? tooLarge : ok(...text),
			);
			expect(bench.sent).toEqual(['abcde', 'abc', 'ab', 'c', 'de']);
			expect(statuses(delivery)).toEqual(['0 a', '1 b', '2 c', '3 d', '4 e']);
			expect(delivery.requests).toEqual(['key 0.0.0', 'key 0.0.1', 'key 0.1']);
			expect(delivery.failed).toEqual([]);
		});

		it('fails in the half that fails, and in that one only', async () => {
			const delivery = await bench.deliver(batchOf('abcd'), (text) =>
				text.length > 2 ? tooLarge : text === 'ab' ? refused : ok(...text),
			);
			expect(statuses(delivery)).toEqual(['2 c', '3 d']);
			expect(delivery.failed.map(({ itemIndexes }) => itemIndexes)).toEqual([[0, 1]]);
			expect(delivery.requests).toEqual(['key 0.0 refused', 'key 0.1']);
		});

		it('though it is a single row, has the result that the service says', async () => {
			const delivery = await bench.deliver(batchOf('ab'), (text) =>
				text.includes('b') ? tooLarge : ok('a'),
			);
			expect(statuses(delivery)).toEqual(['0 a', '1 too large: b']);
			expect(delivery.failed).toEqual([]);
			expect(delivery.requests).toEqual(['key 0.0']);
		});

		it('for JavaScript to encode is halved too', async () => {
			const delivery = await bench.deliver(batchOf('abc'), (text) => ok(...text), {
				request: (batch) => {
					if (batch.rows.length > 1) throw new RangeError('Invalid string length');
					return service.request(batch);
				},
			});
			expect(bench.sent).toEqual(['a', 'b', 'c']);
			expect(statuses(delivery)).toEqual(['0 a', '1 b', '2 c']);
		});
	});

	describe('with rows that the service blames on itself', () => {
		it('sends those again, under a number of their own, behind its own request', async () => {
			const batch = batchOf('abc', { after: ['an earlier key'] });
			const delivery = await bench.deliver(batch, [
				ok('again', 'created', 'again'),
				ok('created', 'updated'),
			]);
			expect(bench.sent).toEqual(['abc', 'ac']);
			expect(statuses(delivery)).toEqual(['0 created', '1 created', '2 updated']);
			expect(bench.batches[1]).toMatchObject({ number: '0.again', after: ['an earlier key', 'key 0'] });
			expect(delivery.requests).toEqual(['key 0', 'key 0.again']);
		});

		it('knows of no other request where there was none before', async () => {
			await bench.deliver(batchOf('a'), [ok('again'), ok('created')]);
			expect(bench.batches[1]?.after).toEqual(['key 0']);
		});

		it('sends the later rows of their contacts once more behind them, which keep the result they had', async () => {
			const delivery = await bench.deliver(batchOf('abab-'), [
				ok('again', 'created', 'created', 'updated', 'created'),
				ok('updated', 'updated once more'),
			]);
			expect(bench.sent).toEqual(['abab-', 'aa']);
			expect(statuses(delivery)).toEqual(['0 updated', '1 created', '2 created', '3 updated', '4 created']);
		});

		it('takes rows without a number for rows of different people', async () => {
			await bench.deliver(batchOf('--'), [ok('again', 'created'), ok('created')]);
			expect(bench.sent).toEqual(['--', '-']);
		});

		it('does not send earlier rows of their contacts again', async () => {
			await bench.deliver(batchOf('aba'), [ok('created', 'created', 'again'), ok('created')]);
			expect(bench.sent).toEqual(['aba', 'a']);
			expect(bench.batches[1]?.rows.map(({ itemIndex }) => itemIndex)).toEqual([2]);
		});

		it('sends them once more only', async () => {
			const delivery = await bench.deliver(batchOf('a'), [ok('again'), ok('again'), ok('created')]);
			expect(bench.sent).toEqual(['a', 'a']);
			expect(statuses(delivery)).toEqual(['0 again']);
		});

		it('leaves them with the answer they have when the second try fails', async () => {
			const delivery = await bench.deliver(batchOf('ab'), [ok('again', 'created'), refused]);
			expect(statuses(delivery)).toEqual(['0 again', '1 created']);
			expect(delivery.failed).toEqual([]);
			expect(delivery.requests).toEqual(['key 0', 'key 0.again refused']);
		});

		it('leaves it at that when repetitions are switched off', async () => {
			const delivery = await bench.deliver(batchOf('a'), [ok('again'), ok('created')], { maxRetries: 0 });
			expect(bench.sent).toEqual(['a']);
			expect(statuses(delivery)).toEqual(['0 again']);
		});
	});

	describe('whose service object throws', () => {
		const fault = () => {
			throw new TypeError('payload is undefined');
		};
		const told = (mayHaveBeenApplied: boolean) => [
			{
				group: 'campaign 1',
				itemIndexes: [0, 1],
				failure: { kind: 'unexpected', trouble: 'payload is undefined', attempts: 1, mayHaveBeenApplied },
			},
		];

		it('while it makes the request has certainly not arrived', async () => {
			const delivery = await bench.deliver(batchOf('ab'), [], { request: fault });
			expect(delivery).toEqual({ results: [], failed: told(false), isCarriedOut: false, requests: [] });
			expect(bench.sent).toEqual([]);
		});

		it('while it reads the answer may have been carried out, by that request', async () => {
			const delivery = await bench.deliver(batchOf('ab'), [ok('created')], { results: fault });
			expect(delivery).toEqual({
				results: [],
				failed: told(true),
				isCarriedOut: false,
				requests: ['key 0'],
			});
		});

		it('while the answer is judged may have been carried out', async () => {
			const delivery = await bench.deliver(batchOf('ab'), [ok('created')], {
				request: (batch) => ({ ...service.request(batch), understands: fault }),
			});
			expect(delivery.failed).toEqual(told(true));
			expect(delivery.requests).toEqual(['key 0 unexpected']);
		});

		it('while it tells that a row is too large has certainly not arrived', async () => {
			const delivery = await bench.deliver(batchOf('a'), [tooLarge], { tooLarge: fault });
			expect(delivery.failed).toMatchObject([
				{ itemIndexes: [0], failure: { kind: 'unexpected', mayHaveBeenApplied: false } },
			]);
		});

		it('something that is no error is told by what it says', async () => {
			const delivery = await bench.deliver(batchOf('ab'), [], {
				request: () => {
					throw 'no error';
				},
			});
			expect(delivery.failed[0]?.failure.trouble).toBe('no error');
		});
	});

	describe('of which a refusal blames some rows', () => {
		const isBlamed = (blamed: string): Given => ({
			blamedRows: ({ rows }) =>
				new Map(
					rows.flatMap(({ payload }, place) =>
						blamed.includes(payload) ? [[place, { status: `bad ${payload}` }] as const] : [],
					),
				),
		});
		/** Refuses as long as one of these rows is in it. */
		const refusing = (bad: string) => (text: string) =>
			[...text].some((row) => bad.includes(row)) ? refused : ok(...[...text].map((row) => `stored ${row}`));

		it('is sent once more without them, under a key of its own, and they have their results', async () => {
			const delivery = await bench.deliver(batchOf('abcde'), refusing('bd'), isBlamed('bd'));
			expect(bench.sent).toEqual(['abcde', 'ace']);
			expect(statuses(delivery).sort()).toEqual([
				'0 stored a',
				'1 bad b',
				'2 stored c',
				'3 bad d',
				'4 stored e',
			]);
			expect(delivery).toMatchObject({ failed: [], requests: ['key 0.rest'] });
		});

		it('is not sent again when all are blamed', async () => {
			const delivery = await bench.deliver(batchOf('ab'), refusing('ab'), isBlamed('ab'));
			expect(bench.sent).toEqual(['ab']);
			expect(statuses(delivery)).toEqual(['0 bad a', '1 bad b']);
			expect(delivery).toMatchObject({ failed: [], requests: [] });
		});

		it('fails with what is left when the rest is refused too: it is sent once, not until it fits', async () => {
			let round = 0;
			const delivery = await bench.deliver(batchOf('abcd'), () => refused, {
				blamedRows: (batch) => isBlamed(round++ === 0 ? 'a' : 'b').blamedRows?.(batch, failure) ?? new Map(),
			});
			expect(bench.sent).toEqual(['abcd', 'bcd']);
			expect(statuses(delivery)).toEqual(['0 bad a', '1 bad b']);
			expect(delivery.failed).toMatchObject([{ itemIndexes: [2, 3], failure: { kind: 'refused' } }]);
		});

		it('keeps what a half has done already, when the service finds it too large before', async () => {
			const answer = (text: string) => (text.length > 2 ? tooLarge : refusing('d')(text));
			const delivery = await bench.deliver(batchOf('abcd'), answer, isBlamed('d'));
			expect(bench.sent).toEqual(['abcd', 'ab', 'cd', 'c']);
			expect(statuses(delivery)).toEqual(['0 stored a', '1 stored b', '3 bad d', '2 stored c']);
		});

		it('is not carried out when its rest fails: a service that only refuses may be down all the same', async () => {
			const answer = (text: string) => (text.includes('a') ? refused : broken);
			const delivery = await bench.deliver(batchOf('abc'), answer, isBlamed('a'));
			expect(statuses(delivery)).toEqual(['0 bad a']);
			expect(delivery).toMatchObject({ isCarriedOut: false, failed: [{ itemIndexes: [1, 2] }] });
		});

		it('fails as a whole when the service object cannot say whom it blames', async () => {
			const delivery = await bench.deliver(batchOf('ab'), () => refused, {
				blamedRows: () => {
					throw new TypeError('no list');
				},
			});
			expect(bench.sent).toEqual(['ab']);
			expect(delivery.failed).toMatchObject([{ itemIndexes: [0, 1], failure: { kind: 'refused' } }]);
		});
	});
});

import { CircuitBreaker } from '../../../../bulk/request/circuitBreaker';
import type { Failure, FailureKind } from '../../../../bulk/request/failure';

const failed = (kind: FailureKind): Failure => ({ kind, attempts: 1, mayHaveBeenApplied: false });

/** For On Error "Continue", which goes on after a failure unless nothing can come of it. */
const lenient = () => new CircuitBreaker(false);

/** Records batches of one group, one after the other. */
function recordInTurn(
	breaker: CircuitBreaker,
	kinds: Array<FailureKind | 'done'>,
	group = 'campaign 1',
): void {
	for (const kind of kinds) {
		if (kind === 'done') breaker.record(group, [], true);
		else breaker.record(group, [failed(kind)], false);
	}
}

const isLetThrough = (breaker: CircuitBreaker, group: string) => !breaker.enter(group).closing.aborted;

describe('The circuit breaker of a load', () => {
	it('lets every batch through as long as nothing has failed', () => {
		const breaker = new CircuitBreaker(true);
		breaker.record('campaign 1', [], true);
		expect(breaker.isOpenForAll()).toBe(false);
		expect(isLetThrough(breaker, 'campaign 1')).toBe(true);
		expect(isLetThrough(breaker, 'campaign 2')).toBe(true);
	});

	it.each<FailureKind>(['refused', 'conflict', 'unavailable', 'notFound'])(
		'opens at the first failure (%s) when the run is to stop there',
		(kind) => {
			const breaker = new CircuitBreaker(true);
			breaker.record('campaign 1', [failed(kind)], false);
			expect(breaker.isOpenForAll()).toBe(true);
			expect(isLetThrough(breaker, 'campaign 2')).toBe(false);
		},
	);

	it.each<FailureKind>(['unauthorized', 'paymentRequired', 'cancelled'])(
		'opens for all after %s, also when the run is to go on',
		(kind) => {
			const breaker = lenient();
			breaker.record('campaign 1', [failed(kind)], false);
			expect(breaker.isOpenForAll()).toBe(true);
			expect(isLetThrough(breaker, 'campaign 2')).toBe(false);
		},
	);

	it.each<FailureKind>(['notFound', 'forbidden'])(
		'opens for one campaign after %s, and stays closed for the others',
		(kind) => {
			const breaker = lenient();
			breaker.record('campaign 1', [failed(kind)], false);
			expect(breaker.isOpenForAll()).toBe(false);
			expect(isLetThrough(breaker, 'campaign 1')).toBe(false);
			expect(isLetThrough(breaker, 'campaign 2')).toBe(true);
		},
	);

	it.each<FailureKind>(['refused', 'conflict', 'tooLarge'])(
		'stays closed however often a batch fails with %s, which says nothing of the next one',
		(kind) => {
			const breaker = lenient();
			recordInTurn(breaker, [kind, kind, kind, kind, kind]);
			expect(breaker.isOpenForAll()).toBe(false);
			expect(isLetThrough(breaker, 'campaign 1')).toBe(true);
		},
	);

	it.each<FailureKind>(['unreachable', 'unavailable', 'unreadable', 'throttled'])(
		'takes the service for down after three batches in a row that ended with %s',
		(kind) => {
			const breaker = lenient();
			recordInTurn(breaker, [kind, kind]);
			expect(breaker.isOpenForAll()).toBe(false);
			recordInTurn(breaker, [kind]);
			expect(breaker.isOpenForAll()).toBe(true);
		},
	);

	it('counts an outage over all campaigns and all its signs, since they share the service', () => {
		const breaker = lenient();
		recordInTurn(breaker, ['unreachable'], 'campaign 1');
		recordInTurn(breaker, ['throttled'], 'campaign 2');
		recordInTurn(breaker, ['unavailable'], 'campaign 3');
		expect(breaker.isOpenForAll()).toBe(true);
	});

	it('counts the halves of one batch', () => {
		const breaker = lenient();
		breaker.record(
			'campaign 1',
			[failed('unavailable'), failed('unavailable'), failed('unavailable')],
			false,
		);
		expect(breaker.isOpenForAll()).toBe(true);
	});

	it.each<FailureKind | 'done'>(['done', 'refused', 'notFound'])(
		'starts to count anew when the service has answered (%s)',
		(sign) => {
			const breaker = lenient();
			recordInTurn(breaker, ['unavailable', 'unavailable', sign, 'unavailable', 'unavailable']);
			expect(breaker.isOpenForAll()).toBe(false);
		},
	);

	it('ends what is in flight when it opens for all', () => {
		const breaker = lenient();
		const inFlight = [breaker.enter('campaign 1'), breaker.enter('campaign 2')];
		breaker.record('campaign 1', [failed('unauthorized')], false);
		expect(inFlight.map(({ closing }) => closing.aborted)).toEqual([true, true]);
	});

	it('ends what is in flight of one campaign only when it opens for that one', () => {
		const breaker = lenient();
		const one = breaker.enter('campaign 1');
		const other = breaker.enter('campaign 2');
		breaker.record('campaign 1', [failed('notFound')], false);
		expect(one.closing.aborted).toBe(true);
		expect(other.closing.aborted).toBe(false);
	});

	it('leaves alone what has left', () => {
		const breaker = lenient();
		const { closing, leave } = breaker.enter('campaign 1');
		leave();
		breaker.record('campaign 2', [failed('unauthorized')], false);
		expect(closing.aborted).toBe(false);
	});

	it('opens, and ends what is in flight, when the person presses Stop', () => {
		const stop = new AbortController();
		const breaker = new CircuitBreaker(false, stop.signal);
		const { closing } = breaker.enter('campaign 1');
		expect(closing.aborted).toBe(false);
		stop.abort();
		expect(closing.aborted).toBe(true);
		expect(breaker.isOpenForAll()).toBe(true);
		expect(isLetThrough(breaker, 'campaign 2')).toBe(false);
	});

	it('is open from the start when Stop was pressed before', () => {
		const breaker = new CircuitBreaker(false, AbortSignal.abort());
		expect(breaker.isOpenForAll()).toBe(true);
		expect(isLetThrough(breaker, 'campaign 1')).toBe(false);
	});
});

import type { FailedBatch } from '../../../../bulk/deliver';
import type { FailureKind } from '../../../../bulk/request/failure';
import { Gate } from '../../../../bulk/request/circuitBreaker';

const failed = (kind: FailureKind, group = 'campaign 1'): FailedBatch => ({
	failure: { kind, attempts: 1, mayBeDone: false },
	group,
	itemIndexes: [0, 1],
});

/** A gate for On Error "Continue", which goes on after a failure unless nothing can come of it. */
const lenient = () => new Gate(false);

/** Lets the gate learn of batches of one group, one after the other. */
function learnInTurn(gate: Gate, kinds: Array<FailureKind | 'done'>, group = 'campaign 1'): void {
	for (const kind of kinds) {
		if (kind === 'done') gate.learn(group, [], true);
		else gate.learn(group, [failed(kind, group)], false);
	}
}

const isLetIn = (gate: Gate, group: string) => !gate.enter(group).closing.aborted;

describe('The gate of a load', () => {
	it('lets every batch in as long as nothing has failed', () => {
		const gate = new Gate(true);
		gate.learn('campaign 1', [], true);
		expect(gate.isShutForAll()).toBe(false);
		expect(isLetIn(gate, 'campaign 1')).toBe(true);
		expect(isLetIn(gate, 'campaign 2')).toBe(true);
	});

	it.each<FailureKind>(['refused', 'conflict', 'unavailable', 'notFound'])(
		'shuts at the first failure (%s) when the run is to stop there',
		(kind) => {
			const gate = new Gate(true);
			gate.learn('campaign 1', [failed(kind)], false);
			expect(gate.isShutForAll()).toBe(true);
			expect(isLetIn(gate, 'campaign 2')).toBe(false);
		},
	);

	it.each<FailureKind>(['unauthorized', 'paymentRequired', 'cancelled'])(
		'shuts for all after %s, also when the run is to go on',
		(kind) => {
			const gate = lenient();
			gate.learn('campaign 1', [failed(kind)], false);
			expect(gate.isShutForAll()).toBe(true);
			expect(isLetIn(gate, 'campaign 2')).toBe(false);
		},
	);

	it.each<FailureKind>(['notFound', 'forbidden'])(
		'shuts for one campaign after %s, and stays open for the others',
		(kind) => {
			const gate = lenient();
			gate.learn('campaign 1', [failed(kind)], false);
			expect(gate.isShutForAll()).toBe(false);
			expect(isLetIn(gate, 'campaign 1')).toBe(false);
			expect(isLetIn(gate, 'campaign 2')).toBe(true);
		},
	);

	it.each<FailureKind>(['refused', 'conflict', 'tooLarge'])(
		'stays open however often a batch fails with %s, which says nothing of the next one',
		(kind) => {
			const gate = lenient();
			learnInTurn(gate, [kind, kind, kind, kind, kind]);
			expect(gate.isShutForAll()).toBe(false);
			expect(isLetIn(gate, 'campaign 1')).toBe(true);
		},
	);

	it.each<FailureKind>(['unreachable', 'unavailable', 'unreadable', 'throttled'])(
		'takes the service for down after three batches in a row that ended with %s',
		(kind) => {
			const gate = lenient();
			learnInTurn(gate, [kind, kind]);
			expect(gate.isShutForAll()).toBe(false);
			learnInTurn(gate, [kind]);
			expect(gate.isShutForAll()).toBe(true);
		},
	);

	it('counts an outage over all campaigns and all its signs, since they share the service', () => {
		const gate = lenient();
		learnInTurn(gate, ['unreachable'], 'campaign 1');
		learnInTurn(gate, ['throttled'], 'campaign 2');
		learnInTurn(gate, ['unavailable'], 'campaign 3');
		expect(gate.isShutForAll()).toBe(true);
	});

	it('counts the halves of one batch', () => {
		const gate = lenient();
		gate.learn('campaign 1', [failed('unavailable'), failed('unavailable'), failed('unavailable')], false);
		expect(gate.isShutForAll()).toBe(true);
	});

	it.each<FailureKind | 'done'>(['done', 'refused', 'notFound'])(
		'starts to count anew when the service has answered (%s)',
		(sign) => {
			const gate = lenient();
			learnInTurn(gate, ['unavailable', 'unavailable', sign, 'unavailable', 'unavailable']);
			expect(gate.isShutForAll()).toBe(false);
		},
	);

	it('ends what is inside when it shuts for all', () => {
		const gate = lenient();
		const inside = [gate.enter('campaign 1'), gate.enter('campaign 2')];
		gate.learn('campaign 1', [failed('unauthorized')], false);
		expect(inside.map(({ closing }) => closing.aborted)).toEqual([true, true]);
	});

	it('ends what is inside of one campaign only when it shuts for that one', () => {
		const gate = lenient();
		const one = gate.enter('campaign 1');
		const other = gate.enter('campaign 2');
		gate.learn('campaign 1', [failed('notFound')], false);
		expect(one.closing.aborted).toBe(true);
		expect(other.closing.aborted).toBe(false);
	});

	it('leaves alone what has left', () => {
		const gate = lenient();
		const { closing, leave } = gate.enter('campaign 1');
		leave();
		gate.learn('campaign 2', [failed('unauthorized')], false);
		expect(closing.aborted).toBe(false);
	});

	it('shuts, and ends what is inside, when the person presses Stop', () => {
		const stop = new AbortController();
		const gate = new Gate(false, stop.signal);
		const { closing } = gate.enter('campaign 1');
		expect(closing.aborted).toBe(false);
		stop.abort();
		expect(closing.aborted).toBe(true);
		expect(gate.isShutForAll()).toBe(true);
		expect(isLetIn(gate, 'campaign 2')).toBe(false);
	});

	it('is shut from the start when Stop was pressed before', () => {
		const gate = new Gate(false, AbortSignal.abort());
		expect(gate.isShutForAll()).toBe(true);
		expect(isLetIn(gate, 'campaign 1')).toBe(false);
	});
});

import { readEvent } from '../../../../nodes/Altur/trigger/events';
import { identityOf, Repetitions } from '../../../../nodes/Altur/trigger/repetitions';
import { callEnd, campaignFinished } from '../../../webhook/signedEvents';

const identity = (json: string) => identityOf(readEvent(JSON.parse(json)), Buffer.from(json));
let triggers = 0;
const memory = () => Repetitions.of(`workflow/${++triggers}`);
/** What n8n reads from its database after a restart. */
const overRestart = (from: Repetitions) => {
	const kept = {};
	from.keep(kept);
	return JSON.parse(JSON.stringify(kept)) as Record<string, never>;
};

describe('the memory of events that started a run', () => {
	it('knows an event again, and no other', () => {
		const seen = memory();
		expect([seen.note('a'), seen.note('b'), seen.note('a')]).toEqual([true, true, false]);
	});

	it('is one for each trigger', () => {
		expect(Repetitions.of('one').note('a')).toBe(true);
		expect(Repetitions.of('two').note('a')).toBe(true);
		expect(Repetitions.of('one').note('a')).toBe(false);
	});

	it('is there after a restart', () => {
		const before = memory();
		before.note('a');
		const after = memory();
		after.recall(overRestart(before));
		expect([after.note('a'), after.note('b')]).toEqual([false, true]);
	});

	it('keeps what came between being handed to n8n and being written', () => {
		const before = memory();
		const kept = {};
		before.keep(kept);
		before.note('a');
		const after = memory();
		after.recall(JSON.parse(JSON.stringify(kept)));
		expect(after.note('a')).toBe(false);
	});

	it('joins what two processes of one n8n have seen', () => {
		const [one, two] = [memory(), memory()];
		one.note('a');
		two.note('b');
		one.recall(overRestart(two));
		expect([one.note('a'), one.note('b')]).toEqual([false, false]);
	});

	it('forgets an event whose run could not begin', () => {
		const seen = memory();
		seen.note('a');
		seen.forget('a');
		seen.forget('never seen');
		expect(seen.note('a')).toBe(true);
	});

	it('holds 5,000 events, and forgets the oldest first', () => {
		const seen = memory();
		for (let event = 0; event <= 5000; event++) seen.note(`event ${event}`);
		expect(JSON.stringify(overRestart(seen)).length).toBeLessThan(100_000);
		expect([seen.note('event 1'), seen.note('event 5000'), seen.note('event 0')]).toEqual([
			false,
			false,
			true,
		]);
	});

	it('keeps the newest when what n8n has kept is older than the memory, and full', () => {
		const seen = memory();
		for (let event = 0; event < 5000; event++) seen.note(`event ${event}`);
		const older = overRestart(seen);
		seen.note('event 5000');
		seen.recall(older);
		expect([seen.note('event 5000'), seen.note('event 1'), seen.note('event 0')]).toEqual([
			false,
			false,
			true,
		]);
	});

	it('does not learn again of a run that failed after another event had it written down', () => {
		const seen = memory();
		seen.note('a');
		const written = overRestart(seen);
		seen.forget('a');
		seen.recall(written);
		expect([seen.note('a'), seen.note('a')]).toEqual([true, false]);
	});

	it('forgets a run that failed, and none that began or is still being made', () => {
		const seen = memory();
		for (const event of ['failed', 'begun', undefined] as const) {
			seen.note(String(event));
			seen.await(String(event), () => event);
		}
		seen.settle();
		expect(['failed', 'begun', 'undefined'].map((event) => seen.note(event))).toEqual([true, false, false]);
	});

	it.each([undefined, null, 'text', [7], [{}]])('takes nothing from %j in the database', (startedEvents) => {
		const seen = memory();
		seen.recall({ startedEvents: startedEvents });
		expect(seen.note('a')).toBe(true);
	});
});

describe('what an event is known by', () => {
	it('is its event_id where there is one, whatever else it says', () => {
		expect(identity(campaignFinished('evt_1'))).toBe(identity(campaignFinished('evt_1', 77)));
		expect(identity(campaignFinished('evt_1'))).not.toBe(identity(campaignFinished('evt_2')));
	});

	it('is the call of a call that ended', () => {
		expect(identity(callEnd('cll_1'))).toBe(identity(callEnd('cll_1', { transfer_initiated_at: 'x' })));
		expect(identity(callEnd('cll_1'))).not.toBe(identity(callEnd('cll_2')));
	});

	it('tells the events of one call apart, and one transfer from the next', () => {
		const transfer = (time: string) =>
			callEnd('cll_1', { event_type: 'transfer_started', transfer_initiated_at: time });
		expect(identity(transfer('15:00'))).not.toBe(identity(callEnd('cll_1')));
		expect(identity(transfer('15:00'))).not.toBe(identity(transfer('15:05')));
		expect(identity(transfer('15:00'))).toBe(identity(transfer('15:00')));
	});

	it('is the whole body of an event that is newer than this node, whose id may be of what it tells', () => {
		const newer = (status: string) => JSON.stringify({ event_type: 'thread.updated', id: 'thr_1', status });
		expect(identity(newer('open'))).not.toBe(identity(newer('closed')));
		expect(identity(newer('open'))).toBe(identity(newer('open')));
	});

	it('is the whole body when it has neither, or none that can be one', () => {
		const deep = `{"event_type":"newer","event_id":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
		expect(identity(deep)).toBe(identity(deep));
		expect(identity('{"event_type":"newer","event_id":"","a":1}')).not.toBe(
			identity('{"event_type":"newer","event_id":"","a":2}'),
		);
		expect(identity('{"event_type":"newer","a":1}')).not.toBe(identity('{"event_type":"newer","a":2}'));
		expect(identity('{"event_type":"newer","a":1}')).toBe(identity('{"event_type":"newer","a":1}'));
	});
});

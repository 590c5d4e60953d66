import { realClock } from '../../../bulk/clock';

const aMinute = 60_000;

describe('The clock of a running n8n', () => {
	it('goes on while it is waited, at least so long', async () => {
		const before = realClock.now();
		await realClock.sleep(40);
		// A timer may fire a little early by another clock.
		expect(realClock.now() - before).toBeGreaterThan(30);
	});

	it('does not wait when the run is stopped already', async () => {
		await expect(realClock.sleep(aMinute, AbortSignal.abort())).resolves.toBeUndefined();
	});

	it('ends a wait when the run is stopped, without an exception', async () => {
		const stop = new AbortController();
		const waiting = realClock.sleep(aMinute, stop.signal);
		stop.abort();
		await expect(waiting).resolves.toBeUndefined();
	});
});

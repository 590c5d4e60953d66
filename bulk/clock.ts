import { sleep } from 'n8n-workflow';

/** Time, as the pacer and the retries see it; tests give a faster one. */
export interface Clock {
	/** Milliseconds from any fixed point. */
	now(): number;
	/** Waits; an aborted signal ends the wait early, without an exception. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Real time. Waits with n8n's own `sleep`, because n8n Cloud forbids the timers of Node. */
export const realClock: Clock = {
	now: () => performance.now(),
	async sleep(milliseconds, signal) {
		try {
			await sleep(milliseconds, signal);
		} catch {
			// Only the abort ends n8n's sleep with a rejection, and whoever waits asks the signal anyway.
		}
	},
};

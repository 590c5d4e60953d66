import { traitsOf, type Failure } from './failure';

/** So many transient failures in a row, of whatever requests, mean that the service is down. */
const opensAfterTransient = 3;

/**
 * Decides, after requests that finally failed, which others are still worth sending. As in an electric circuit, "open"
 * means that nothing passes: for one group of requests, or for all. What is open stays so until the execution ends.
 */
export class CircuitBreaker {
	private readonly inFlight = new Set<{ group: string; closing: AbortController }>();
	private readonly openGroups = new Set<string>();
	private isOpen = false;
	private transientInARow = 0;
	private readonly onStop = () => this.open();

	/**
	 * @param stopAtFailure whether the first failure ends everything, as n8n's On Error "Stop Workflow" wants it
	 * @param signal aborted when the person presses Stop, which opens the circuit too
	 */
	constructor(
		private readonly stopAtFailure: boolean,
		private readonly signal?: AbortSignal,
	) {
		this.isOpen = signal?.aborted ?? false;
		signal?.addEventListener('abort', this.onStop, { once: true });
	}

	/** Listens to the signal no more: it outlives the load, and one execution may make thousands of loads in a loop. */
	release(): void {
		this.signal?.removeEventListener('abort', this.onStop);
	}

	isOpenForAll(): boolean {
		return this.isOpen;
	}

	/**
	 * Announces a request, or several in turn for one batch.
	 *
	 * @returns `closing`, aborted as soon as no request of the group is worth sending any more; `leave`, to be called
	 * when they are done
	 */
	enter(group: string): { closing: AbortSignal; leave: () => void } {
		const closing = new AbortController();
		if (this.isOpen || this.openGroups.has(group)) closing.abort();
		const entry = { group, closing };
		this.inFlight.add(entry);
		return { closing: closing.signal, leave: () => this.inFlight.delete(entry) };
	}

	/**
	 * Takes note of what became of a request, or of all requests of a batch.
	 *
	 * @param failures of its requests, in order
	 * @param hasResults whether the service carried out any of it
	 */
	record(group: string, failures: readonly Failure[], hasResults: boolean): void {
		if (hasResults) this.transientInARow = 0;
		for (const { kind } of failures) {
			const { isTransient, ends } = traitsOf(kind);
			// A service that refuses is up, whatever it refuses.
			this.transientInARow = isTransient ? this.transientInARow + 1 : 0;
			if (this.stopAtFailure || ends === 'all' || this.transientInARow >= opensAfterTransient) this.open();
			if (ends === 'group') this.open(group);
		}
	}

	/**
	 * Lets no request of a group pass any more, or none at all. Those that are with the service come to their end.
	 *
	 * @param group undefined for all
	 */
	open(group?: string): void {
		if (group === undefined) this.isOpen = true;
		else this.openGroups.add(group);
		for (const entry of this.inFlight) {
			if (this.isOpen || entry.group === group) entry.closing.abort();
		}
	}
}

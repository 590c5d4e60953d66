import type { Transport } from './request/request';

/**
 * So many bytes of bodies may be with the service at once. How many requests these are, pace and latency say (Little's
 * law): 12 a second of thirty seconds each are 360, of 1,000 short rows each a half of this. Of the rows in them, memory
 * holds a few times as much.
 */
const mostBytes = 64 * 2 ** 20;
/**
 * Batches that are read and wait for the pace. As soon as the first request of one departs, there is room for the next to be
 * read: more would only lie in memory, and what lies there long is what garbage collection takes longest for.
 */
const mostReady = 4;
/** Batches that wait for the pace, or for an earlier batch with the same contact. */
const mostWaiting = 12;
/** Batches, those included, of which no request is with the service: in an outage, others need not be read to wait too. */
const mostAtRest = 60;

/** What a batch that is under way tells of itself. */
export interface Passage {
	/** Only the pace is waited for now. */
	ready(): void;
	/** A request of it has left, so the next batch can be read. */
	departed(): void;
	/** Weighs the requests of the batch on their way. */
	weigh(transport: Transport): Transport;
}

/** The batches of a load that are under way, and whether there is room for another. */
export class InFlight {
	private readonly batches = new Set<Promise<void>>();
	private waiting = 0;
	private readyToLeave = 0;
	private withService = 0;
	private bytes = 0;
	private onChange = () => {};

	/** Lets a batch go its way, to the end of `run`. */
	enter(run: (passage: Passage) => Promise<void>): void {
		let isWaiting = true;
		let isReady = false;
		this.waiting++;
		const ready = () => {
			if (!isReady) this.readyToLeave++;
			isReady = true;
		};
		const departed = () => {
			if (isWaiting) this.waiting--;
			if (isWaiting && isReady) this.readyToLeave--;
			isWaiting = false;
			this.onChange();
		};
		const batch = run({ ready, departed, weigh: (transport) => this.weigh(transport) });
		this.batches.add(batch);
		void batch.finally(() => {
			this.batches.delete(batch);
			departed();
		});
	}

	/** Waits until there is room for another batch. */
	async room(): Promise<void> {
		while (!this.hasRoom()) await new Promise<void>((resolve) => (this.onChange = resolve));
	}

	/** Waits until all have come to their end. */
	async ended(): Promise<void> {
		await Promise.all(this.batches);
	}

	private hasRoom(): boolean {
		const atRest = this.batches.size - this.withService;
		const hasRoomToWait = this.readyToLeave < mostReady && this.waiting < mostWaiting;
		return hasRoomToWait && atRest < mostAtRest && this.bytes < mostBytes;
	}

	private weigh(transport: Transport): Transport {
		return async (request, onLeaving) => {
			const bytes = request.body?.length ?? 0;
			this.withService++;
			this.bytes += bytes;
			try {
				return await transport(request, onLeaving);
			} finally {
				this.withService--;
				this.bytes -= bytes;
				this.onChange();
			}
		};
	}
}

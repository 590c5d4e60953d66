import { realClock, type Clock } from '../clock';
import { AdaptiveWindow } from './adaptiveWindow';
import { noteEventLoopDelay } from './eventLoopDelay';
import type { Departure, RateLimit } from './rateWindow';
import { SlowerPaces } from './slowerPaces';

interface Waiting {
	leave(departure: Departure | undefined): void;
	signal?: AbortSignal;
}

/** The requests of one lane that wait, in order, and the slower pace that it keeps besides. */
interface Queue {
	waiting: Waiting[];
	ownLimit?: RateLimit;
	/** Signals that are listened to already. */
	watched: WeakSet<AbortSignal>;
}

/** While only slow lanes wait, so often (ms) it is looked whether a faster one has come. */
const maxNapMs = 50;

/**
 * A wait up to so long (ms) after a 429 concerns the refused request alone: many services round it up to whole seconds,
 * and the others meanwhile keep to what was accepted.
 */
const longestBriefWaitMs = 2000;

/** One execution's access to a pacer; requests of one lane leave in the order in which they asked. */
export interface Lane {
	/** Waits for permission to send one request. @returns undefined when the signal was aborted meanwhile */
	take(signal?: AbortSignal): Promise<Departure | undefined>;
	/** That request is about to leave, which may be a while after its permission. */
	leaves(departure: Departure): void;
	/**
	 * The service refused that request for speed (429): all send slower. When it asks for more than a brief wait
	 * (milliseconds, if it says so), nobody sends before.
	 */
	throttled(departure: Departure, waitMs?: number): void;
	/** The service is out of order and says for how long (503 with `Retry-After`): nobody sends before, as above. */
	unavailable(waitMs: number): void;
	/** The service answered that request, and did not mind the pace. */
	accepted(departure: Departure): void;
}

/**
 * Lets requests leave at a service's pace, shared fairly by all executions of this process: in turns, one request
 * of an execution at a time, however many each has ready.
 */
export class Pacer {
	private readonly window: AdaptiveWindow;
	private readonly slower = new SlowerPaces();
	private readonly lanes: Queue[] = [];
	private pausedUntil = -Infinity;
	private isRunning = false;

	constructor(
		limit: RateLimit,
		private readonly clock: Clock = realClock,
	) {
		this.window = new AdaptiveWindow(limit);
	}

	/** @param ownLimit a slower pace, which all lanes keep together that ask for it, or for less */
	openLane(ownLimit?: RateLimit): Lane {
		if (ownLimit) this.slower.add(ownLimit);
		const queue: Queue = { waiting: [], ownLimit, watched: new WeakSet() };
		return {
			take: async (signal) => await this.queueUp(queue, signal),
			leaves: (departure) => {
				void noteEventLoopDelay(departure, this.clock);
			},
			throttled: (departure, waitMs = 0) => {
				this.pause(waitMs);
				this.window.refused(departure, this.clock.now(), this.pausedUntil);
			},
			unavailable: (waitMs) => {
				this.pause(waitMs);
			},
			accepted: () => {
				this.window.accepted(this.clock.now());
			},
		};
	}

	private pause(waitMs: number): void {
		if (waitMs <= longestBriefWaitMs) return;
		this.pausedUntil = Math.max(this.pausedUntil, this.clock.now() + waitMs);
	}

	private async queueUp(queue: Queue, signal?: AbortSignal): Promise<Departure | undefined> {
		if (signal?.aborted) return undefined;
		if (signal) endWithSignal(queue, signal);
		return await new Promise((leave) => {
			queue.waiting.push({ leave, signal });
			if (!this.lanes.includes(queue)) this.lanes.push(queue);
			if (!this.isRunning) void this.run();
		});
	}

	private async run(): Promise<void> {
		this.isRunning = true;
		for (let next = this.nextLane(); next; next = this.nextLane()) {
			const now = this.clock.now();
			const waitMs = Math.max(
				this.sharedDeparture() - now,
				Math.min(maxNapMs, this.ownDeparture(next) - now),
			);
			if (waitMs > 0) {
				await this.clock.sleep(waitMs);
				continue;
			}
			const departure = this.window.depart(now);
			for (const window of this.slower.windowsOf(next.ownLimit)) window.count(departure);
			this.lanes.push(...this.lanes.splice(this.lanes.indexOf(next), 1));
			next.waiting.shift()?.leave(departure);
		}
		this.isRunning = false;
	}

	private sharedDeparture(): number {
		return Math.max(this.window.nextDeparture(this.clock.now()), this.pausedUntil);
	}

	/** @returns the lane whose turn it is; lanes that wait for their own pace let others go first */
	private nextLane(): Queue | undefined {
		const busy = this.lanes.filter(({ waiting }) => waiting.length > 0);
		this.lanes.splice(0, this.lanes.length, ...busy);
		const departure = Math.max(this.sharedDeparture(), this.clock.now());
		let soonest: { lane: Queue; at: number } | undefined;
		for (const lane of busy) {
			const at = this.ownDeparture(lane);
			if (at <= departure) return lane;
			if (!soonest || at < soonest.at) soonest = { lane, at };
		}
		return soonest?.lane;
	}

	private ownDeparture({ ownLimit }: Queue): number {
		return Math.max(...this.slower.windowsOf(ownLimit).map((window) => window.nextDeparture()));
	}
}

/** Listens once per execution: from the eleventh listener on, Node warns of a leak in n8n's log. */
function endWithSignal(queue: Queue, signal: AbortSignal): void {
	if (queue.watched.has(signal)) return;
	queue.watched.add(signal);
	const end = () => {
		const ended = queue.waiting.filter((waiting) => waiting.signal === signal);
		queue.waiting = queue.waiting.filter((waiting) => waiting.signal !== signal);
		for (const waiting of ended) waiting.leave(undefined);
	};
	signal.addEventListener('abort', end, { once: true });
}

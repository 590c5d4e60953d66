import { realClock, type Clock } from '../clock';
import { RateWindow, type Departure, type RateLimit } from './rateWindow';
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

/** One execution's access to a pacer; requests of one lane leave in the order in which they asked. */
export interface Lane {
	/** Waits for permission to send one request. @returns undefined when the signal was aborted meanwhile */
	take(signal?: AbortSignal): Promise<Departure | undefined>;
	/** The service asked to slow down (429): nobody sends for so long, and all send slower afterwards. */
	throttled(waitMs: number): void;
	/** The service answered that request, and did not mind the pace. */
	accepted(departure: Departure): void;
}

/**
 * Lets requests leave at a service's pace, shared fairly by all executions of this process: in turns, one request
 * of an execution at a time, however many each has ready.
 */
export class Pacer {
	private readonly window: RateWindow;
	private readonly slower = new SlowerPaces();
	private readonly lanes: Queue[] = [];
	private pausedUntil = -Infinity;
	private isRunning = false;

	constructor(
		limit: RateLimit,
		private readonly clock: Clock = realClock,
	) {
		this.window = new RateWindow(limit);
	}

	/** @param ownLimit a slower pace, which all lanes keep together that ask for it, or for less */
	openLane(ownLimit?: RateLimit): Lane {
		if (ownLimit) this.slower.add(ownLimit);
		const queue: Queue = { waiting: [], ownLimit, watched: new WeakSet() };
		return {
			take: async (signal) => await this.queueUp(queue, signal),
			throttled: (waitMs) => {
				const until = this.clock.now() + waitMs;
				// Requests that were on their way together are refused together: that is one reason to slow down.
				if (this.clock.now() >= this.pausedUntil) {
					for (const window of this.windowsOf(queue)) window.slowDown();
				}
				this.pausedUntil = Math.max(this.pausedUntil, until);
			},
			accepted: (departure) => {
				for (const window of this.windowsOf(queue)) window.arrive(departure, this.clock.now());
			},
		};
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
		return Math.max(this.window.nextDeparture(), this.pausedUntil);
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

	private windowsOf({ ownLimit }: Queue): RateWindow[] {
		return [this.window, ...this.slower.windowsOf(ownLimit)];
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

const pacers = new Map<string, Pacer>();

/**
 * The pacer that all executions of this process share for one account of a service.
 *
 * @param account what the service counts by, in a form that reveals no secret; one account has one limit
 */
export function sharedPacer(account: string, limit: RateLimit): Pacer {
	const existing = pacers.get(account);
	if (existing) return existing;
	const pacer = new Pacer(limit);
	pacers.set(account, pacer);
	return pacer;
}

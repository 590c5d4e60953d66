import type { Clock } from '../../bulk/clock';
import { loadAndReport } from '../../bulk/loadReport';
import { Pacer } from '../../bulk/pace/pacer';
import type { RateLimit } from '../../bulk/pace/rateWindow';
import type { ServiceResponse, Transport } from '../../bulk/request/request';
import type { BulkRow } from '../../bulk/rows';
import { plainService } from '../../test/unit/bulk/plainService';
import { VirtualClock } from '../../test/unit/bulk/virtualClock';
import { InterruptedClock, type OtherWork } from './interruptedClock';
import type { Limiter } from './limiters';
import { logNormal, seeded } from '../../sandbox/server/random';

/** What every sender takes for the limit. */
const limit: RateLimit = { requests: 12, windowMs: 1000 };

/** A load of rows, each in a request of its own. */
export interface Sender {
	requests: number;
	/** Milliseconds after the beginning at which it starts; 0 unless it is said. */
	startsAt?: number;
	/** Senders of one process share its pacer; each has a process of its own unless it is said. */
	process?: string;
}

/** How senders, the way and the service behave. */
export interface Scenario {
	name: string;
	senders: Sender[];
	limiter(random: () => number): Limiter;
	/** Median in milliseconds of the service's own work, and the standard deviation of its logarithm. */
	latency: { median: number; spread: number };
	/** Milliseconds of each way; the limiter counts a request after the first of them. */
	travel(random: () => number): number;
	/** What the process of each sender does besides. */
	otherWork?: OtherWork;
	/** Milliseconds that the first request of each sender travels besides, because it opens a connection. */
	opening: number;
	/** Requests a second of something that never slows down. */
	hog?: number;
	/** Requests a second that are there for the senders together, by which the time is measured. */
	allowed: number;
	/** Only requests that leave from then on (ms) are measured. */
	measuredFrom?: number;
}

/** A request that left. */
export interface Attempt {
	/** Position in the scenario. */
	sender: number;
	at: number;
	isRefused: boolean;
}

/** What happened in a scenario. */
export interface Run {
	attempts: Attempt[];
	/** Rows that did not come to be. */
	lost: number;
	/** The most attempts of one request. */
	mostAttempts: number;
}

const success: ServiceResponse = { status: 200, headers: {}, body: {} };

/** Django rounds up to whole seconds. */
const refusal = (waitMs: number): ServiceResponse => ({
	status: 429,
	headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
	body: {},
});

async function* rowsOf(count: number): AsyncGenerator<BulkRow<string>> {
	for (let itemIndex = 0; itemIndex < count; itemIndex++) {
		yield { itemIndex, group: '1', payload: String(itemIndex) };
	}
}

/**
 * Lets the real load and the real pacer of each sender run through a scenario, on a clock that lets minutes pass at once.
 *
 * @param seed of all chance in it
 */
export async function simulate(scenario: Scenario, seed: number): Promise<Run> {
	const random = seeded(seed);
	const clock = new VirtualClock();
	const limiter = scenario.limiter(random);
	const attempts: Attempt[] = [];
	const processes = new Map<string, { pacer: Pacer; clock: Clock }>();
	const processOf = (name: string) => {
		const { otherWork } = scenario;
		const own = otherWork ? new InterruptedClock(clock, otherWork, random) : clock;
		const started = processes.get(name) ?? { pacer: new Pacer(limit, own), clock: own };
		processes.set(name, started);
		return started;
	};

	const transportOf = (sender: number, tries: Map<string, number>, own: Clock): Transport => {
		return async ({ body }, onLeaving) => {
			tries.set(String(body), (tries.get(String(body)) ?? 0) + 1);
			if (scenario.otherWork) await leave(own, onLeaving);
			const attempt = { sender, at: clock.now(), isRefused: false };
			attempts.push(attempt);
			const openingMs = tries.size === 1 ? scenario.opening : 0;
			await clock.sleep(openingMs + scenario.travel(random));
			const waitMs = limiter.admit(clock.now());
			attempt.isRefused = waitMs > 0;
			const { median, spread } = scenario.latency;
			if (!attempt.isRefused) await clock.sleep(logNormal(median, spread, random));
			await clock.sleep(scenario.travel(random));
			return attempt.isRefused ? refusal(waitMs) : success;
		};
	};

	const run = async ({ requests, startsAt = 0, process }: Sender, sender: number) => {
		const tries = new Map<string, number>();
		const { pacer, clock: own } = processOf(process ?? String(sender));
		// No two start in the same millisecond.
		await clock.sleep(startsAt + random() * 50);
		const { results } = await loadAndReport({
			rows: rowsOf(requests),
			batchSize: 1,
			service: plainService,
			client: {
				transport: transportOf(sender, tries, own),
				lane: pacer.openLane(),
				policy: { maxRetries: 5, maxTotalWaitMs: 300_000 },
				counts: { requests: 0, throttled: 0, retried: 0 },
				clock: own,
				random,
			},
			stopAtFailure: false,
		});
		const created = [...results.values()].filter(({ status }) => status === 'created').length;
		return { lost: requests - created, mostAttempts: Math.max(...tries.values()) };
	};

	const hog = startHog(clock, limiter, scenario.hog);
	const ends = await Promise.all(scenario.senders.map(run));
	hog.stop();
	return {
		attempts,
		lost: ends.reduce((sum, { lost }) => sum + lost, 0),
		mostAttempts: Math.max(...ends.map(({ mostAttempts }) => mostAttempts)),
	};
}

/** A request needs some turns of its process's event loop, as with n8n: the credential, and then the connection. */
async function leave(own: Clock, onLeaving?: () => void): Promise<void> {
	await own.sleep(1);
	onLeaving?.();
	for (let turn = 0; turn < 2; turn++) await own.sleep(1);
}

/** Something that sends so many requests a second, whatever comes of them. */
function startHog(clock: Clock, limiter: Limiter, perSecond = 0): { stop(): void } {
	let isGoing = perSecond > 0;
	const send = async () => {
		for (; isGoing; await clock.sleep(1000 / perSecond)) limiter.admit(clock.now());
	};
	void send();
	return { stop: () => (isGoing = false) };
}

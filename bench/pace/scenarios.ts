import { FixedWindow, SlidingWindow, TokenBucket, type Limiter } from './limiters';
import type { Scenario, Sender } from './simulate';

const sliding = () => new SlidingWindow(() => 12);

/** Requests take 5 to 30 ms to the service. */
const usualTravel = (random: () => number) => 5 + 25 * random();
/** And one of three hundred takes 100. */
const unequalTravel = (random: () => number) => (random() < 1 / 300 ? 100 : usualTravel(random));

/** What a scenario is unless it says something else. */
const usual = {
	senders: [{ requests: 300 }],
	limiter: sliding,
	latency: { median: 400, spread: 0.3 },
	travel: usualTravel,
	opening: 50,
	allowed: 12,
};

/** So many processes with one key. */
const processes = (count: number, requests: number): Sender[] =>
	Array.from({ length: count }, () => ({ requests }));

const latencies: Array<[name: string, median: number, spread: number]> = [
	['0.2 s, always', 200, 0],
	['0.4 s, spread 0.3', 400, 0.3],
	['0.8 s, spread 0.6', 800, 0.6],
	['8 s, spread 0.3', 8000, 0.3],
	['30 s, spread 0.1', 30_000, 0.1],
];

/** One process, answers that take unequally long; all requests take 10 ms to the service. */
export const latencyScenarios: Scenario[] = latencies.map(([name, median, spread]) => ({
	...usual,
	name: `Answers take ${name}`,
	latency: { median, spread },
	travel: () => 10,
}));

/** One process, requests that travel unequally long. */
export const travelScenarios: Scenario[] = [
	{ ...usual, name: 'Requests travel 5 to 30 ms' },
	{ ...usual, name: 'And one of 300 travels 100 ms', travel: unequalTravel },
];

const often = { everyMs: 250, mostMs: 60 };
const long = { everyMs: 1000, mostMs: 200 };

/** Processes that do something else besides, so that requests leave late. */
export const busyScenarios: Scenario[] = [
	{ ...usual, name: 'Every 0.25 s up to 60 ms of other work', otherWork: often },
	{ ...usual, name: 'Every second up to 200 ms', otherWork: long },
	{
		...usual,
		name: 'The same, a bucket of 2 tokens',
		otherWork: long,
		limiter: () => new TokenBucket(() => 12, 2),
	},
	{
		...usual,
		name: 'The same, two processes, 150 requests each',
		otherWork: long,
		senders: processes(2, 150),
	},
];

/** Several processes that begin together. */
export const sharedScenarios: Scenario[] = [
	{ ...usual, name: 'Two processes, 150 requests each', senders: processes(2, 150) },
	{ ...usual, name: 'Two processes, 300 each', senders: processes(2, 300) },
	{ ...usual, name: 'Four processes, 75 each', senders: processes(4, 75) },
	{ ...usual, name: 'Four processes, 300 each', senders: processes(4, 300) },
	{ ...usual, name: 'Sixteen processes, 50 each', senders: processes(16, 50) },
];

const otherLimiters: Array<[name: string, limiter: (random: () => number) => Limiter]> = [
	['sliding window, refused requests count too', () => new SlidingWindow(() => 12, true)],
	['fixed window of a second', (random) => new FixedWindow(() => 12, random() * 1000)],
	['bucket of 12 tokens', () => new TokenBucket(() => 12, 12)],
	['bucket of 2 tokens', () => new TokenBucket(() => 12, 2)],
];

/** Other limiters than the one that the pace is made for. */
export const limiterScenarios: Scenario[] = otherLimiters.flatMap(([limiterName, limiter]) =>
	[1, 2, 4].map((count) => ({
		...usual,
		name: `${count} x ${300 / count}, ${limiterName}`,
		senders: processes(count, 300 / count),
		limiter,
	})),
);

export const fallingLimit: Scenario = {
	...usual,
	name: 'The limit falls from 12 to 6 at 10 s; from 13 s on',
	limiter: () => new SlidingWindow((now) => (now < 10_000 ? 12 : 6)),
	allowed: 6,
	measuredFrom: 13_000,
};

export const joining: Scenario = {
	...usual,
	name: 'A second process joins at 8 s and leaves',
	senders: [{ requests: 300 }, { requests: 100, startsAt: 8000 }],
};

/** A limit that is not what it was said to be, and company that changes. */
export const changeScenarios: Scenario[] = [
	fallingLimit,
	{ ...usual, name: 'The limit is 6', limiter: () => new SlidingWindow(() => 6), allowed: 6 },
	joining,
	{ ...usual, name: 'Something takes 6 and never slows down', hog: 6, allowed: 6 },
	{ ...usual, name: 'The same, two processes', senders: processes(2, 150), hog: 6, allowed: 6 },
];

import { z } from 'zod';
import { logNormal, seeded } from './random';

/** How long the work of requests takes. */
export const latencySchema = z.strictObject({
	/** The median, in milliseconds. */
	latencyMs: z.number().min(0),
	/** Standard deviation of its logarithm; 0 always gives the median. Beyond 3, one in six takes 20 times as long. */
	latencySpread: z.number().min(0).max(3).default(0),
	/** Under the same one, requests in the same order take equally long. */
	latencySeed: z.number().int().min(0).default(1),
});

export type LatencyOptions = z.infer<typeof latencySchema>;

/** How long one request after the other takes, from the first on again after each reset. */
export class Latency {
	private random: () => number;

	constructor(private options: LatencyOptions) {
		this.random = seeded(options.latencySeed);
	}

	/** @returns milliseconds that the work of the next request takes */
	next(): number {
		return logNormal(this.options.latencyMs, this.options.latencySpread, this.random);
	}

	/** Begins anew, so that two runs on one sandbox meet the same latencies; other ones if they are given. */
	reset(options = this.options): void {
		this.options = options;
		this.random = seeded(options.latencySeed);
	}
}

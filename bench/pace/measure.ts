import { ratioToIdeal } from '../ratio';
import { simulate, type Run, type Scenario } from './simulate';

/** What came of a run. */
export interface Measured {
	/** By when the requests left. */
	ratio: number;
	/** Part of all attempts. */
	refused: number;
	lost: number;
	mostAttempts: number;
}

/** Several runs of a scenario. */
export interface Summary {
	mean: Measured;
	/** The worst of each figure. */
	worst: Measured;
}

/** Measures one run. */
export function measure(scenario: Scenario, { attempts, lost, mostAttempts }: Run): Measured {
	const { allowed, measuredFrom = 0 } = scenario;
	const counted = attempts.filter(({ at }) => at >= measuredFrom);
	const accepted = counted.filter(({ isRefused }) => !isRefused).map(({ at }) => at);
	return {
		ratio: ratioToIdeal(accepted, allowed),
		refused: 1 - accepted.length / counted.length,
		lost,
		mostAttempts,
	};
}

/** Runs a scenario once for each seed. */
export async function measureAll(scenario: Scenario, seeds: readonly number[]): Promise<Summary> {
	const all: Measured[] = [];
	for (const seed of seeds) all.push(measure(scenario, await simulate(scenario, seed)));
	const over = (combine: (values: number[]) => number): Measured => ({
		ratio: combine(all.map(({ ratio }) => ratio)),
		refused: combine(all.map(({ refused }) => refused)),
		lost: combine(all.map(({ lost }) => lost)),
		mostAttempts: combine(all.map(({ mostAttempts }) => mostAttempts)),
	});
	return {
		mean: over((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
		worst: over((values) => Math.max(...values)),
	};
}

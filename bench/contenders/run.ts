import { installPackage } from '../installation';
import * as latencies from '../latencies';
import type { SandboxProcess } from '../sandboxProcess';
import { alturNode, contenders } from '.';
import { roundTables } from './report';
import { runRound, type Round, type Setting } from './round';

/** What is to be measured. */
export interface Plan {
	sizes: readonly number[];
	latencies: readonly latencies.Latency[];
	/** The ID of the only contender. */
	only?: string;
}

export const fullPlan: Plan = {
	sizes: [1_000, 10_000, 100_000],
	latencies: [latencies.constant, latencies.usual],
};

/** What the node alone is asked for besides: the others send in bursts and wait for the answers of each. */
export const slowAnswersPlan: Plan = {
	sizes: [100_000],
	latencies: [latencies.busy, latencies.slow],
	only: alturNode.id,
};

/** The contender that goes row by row needs 12 a second: so all of it stays within two minutes. */
export const quickPlan: Plan = { sizes: [500], latencies: [latencies.constant] };

/** Lets all contenders take turns at each size and latency. @param tell receives each round as it ends */
export async function runContenders(
	sandbox: SandboxProcess,
	plans: readonly Plan[],
	tell: (text: string) => void,
): Promise<Round[]> {
	const installation = await installPackage(sandbox.baseUrl);
	const rounds: Round[] = [];
	try {
		for (const setting of plans.flatMap(settingsOf)) {
			const round = await runRound({ ...setting, sandbox, installation });
			rounds.push(round);
			tell(roundTables([round]));
		}
	} finally {
		installation.remove();
	}
	return rounds;
}

function settingsOf({ sizes, latencies: all, only }: Plan) {
	type Turn = Pick<Setting, 'contender' | 'rows' | 'latency'>;
	return all.flatMap((latency) =>
		sizes.flatMap((rows): Turn[] =>
			contenders
				.filter(({ mostRows, id }) => rows <= mostRows && (only === undefined || only === id))
				.map((contender) => ({ contender, rows, latency })),
		),
	);
}

import type { IRunExecutionData } from 'n8n-workflow';
import { AlturBench } from '../harness/altur';
import type { FinishedRun } from '../harness/nodeRunner';
import type { Scenario } from './scenarios';
import type { CustomerRow, FailedRow, Way } from './ways';

/** What came of a scenario. */
export interface Trial {
	name: string;
	/** What n8n shows: the error, or the hint of the run and the messages of failed rows. */
	sees: string;
	requests: number;
	/** In Altur when the run had ended. */
	stored: number;
	/** In Altur after a retry of the execution, or of its failed rows, without the fault; undefined if it ended well. */
	storedAfterRetry?: number;
	/** Rows that are not in Altur in the end although nothing says so. */
	lost: number;
	/** Rows that Altur got a second time as new ones, in the execution or its retry. */
	doubled: number;
	/** Milliseconds from Stop to the end, when it was pressed. */
	stopTook?: number;
}

const unknownCampaign = 999;

/** Six rows of a small customer list, with the campaign that each goes to. */
function rowsFor(scenario: Scenario, campaign: number): CustomerRow[] {
	return Array.from({ length: 6 }, (_, row) => ({
		phone: `+5255${String(10_000_000 + row)}`,
		name: `Cliente ${row}`,
		id: `crm-${row}`,
		campaign: scenario.withUnknownCampaign && row % 2 ? unknownCampaign : campaign,
	}));
}

/**
 * Runs a scenario in n8n's engine against a sandbox of its own; runs it again without the fault if it did not end well.
 *
 * @param way in which the rows come to the node
 */
export async function runTrial(scenario: Scenario, way: Way): Promise<Trial> {
	const bench = await AlturBench.start({ rateLimit: false });
	try {
		const campaign = bench.sandbox.addCampaign().id;
		const rows = rowsFor(scenario, campaign);
		const parameters = way.parameters({
			campaignId: { __rl: true, mode: 'id', value: '={{ $json.campaign }}' },
			options: { batchSize: 2, ...scenario.options },
		});
		const input = await way.input(rows);
		const { apiKey, baseUrl } = bench.sandbox;
		const credentials = { alturApi: { apiKey, baseUrl: scenario.baseUrl ?? baseUrl } };
		bench.sandbox.faults.add(...scenario.faults);
		const started = bench.start(input, parameters, { onError: scenario.onError }, { credentials });
		const stopTook = scenario.isStopped ? await stopDuringSecond(bench, started) : undefined;
		const first = await started.finished;
		const requests = bench.posts().length;
		const stored = storedIn(bench);
		const known = await way.failed(first);
		const sees = whatIsSeen(first, known);
		const endedWell = first.run.status === 'success' && known.length === 0;

		bench.sandbox.faults.clear();
		if (scenario.withUnknownCampaign) bench.sandbox.addCampaign({ id: unknownCampaign });
		const isRetry = first.run.status === 'error';
		const failedBefore = known.map(({ phone }) => phone);
		const again =
			first.run.status === 'success' ? rows.filter(({ phone }) => failedBefore.includes(phone)) : rows;
		const last = endedWell
			? first
			: await bench.run(
					await way.input(again),
					parameters,
					{},
					isRetry ? { runExecutionData: retryOf(first) } : {},
				);
		const inTheEnd = storedIn(bench);
		const missing = rows.filter(({ phone }) => !inTheEnd.includes(phone));
		return {
			name: scenario.name,
			sees,
			requests,
			stored: stored.length,
			storedAfterRetry: endedWell ? undefined : inTheEnd.length,
			lost: missing.length - (await way.failed(last)).length,
			doubled: isRetry || endedWell ? way.skipped(last) : 0,
			stopTook,
		};
	} finally {
		await bench.stop();
	}
}

/** What n8n's "Retry execution" begins with: what the failed one left behind. */
function retryOf({ run }: FinishedRun): IRunExecutionData {
	const { data } = run;
	delete data.resultData.error;
	delete data.resultData.runData.Altur;
	return data;
}

async function stopDuringSecond(
	bench: AlturBench,
	{ finished, cancel }: ReturnType<AlturBench['start']>,
): Promise<number> {
	while (bench.posts().length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
	const pressed = performance.now();
	cancel();
	await finished;
	const took = performance.now() - pressed;
	// The sandbox finishes what it has begun, as Altur would.
	while (bench.posts().some(({ status }) => status === undefined)) {
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	return took;
}

function storedIn(bench: AlturBench): unknown[] {
	return bench.sandbox.state().campaigns.flatMap(({ contacts }) => contacts.map(({ contact }) => contact));
}

function whatIsSeen({ run }: FinishedRun, failed: readonly FailedRow[]): string {
	const [task] = run.data.resultData.runData.Altur ?? [];
	if (task?.error) return `**${task.error.message}** ${task.error.description ?? ''}`.trim();
	// How long a run takes is another time each run, and so nothing for a page that is compared.
	const hints = (task?.hints ?? []).map(({ message }) =>
		message
			.replace(/( requests?) and \d+ s\./, '$1.')
			.replace(/<[^<>]*>/g, ' ')
			.replace(/ +/g, ' '),
	);
	const messages = failed.map(({ message }) => `"${message}"`);
	const stopped = run.status === 'canceled' ? ['Execution stopped.'] : [];
	return [...stopped, ...hints, ...new Set(messages)].join(' ');
}

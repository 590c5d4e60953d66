import type { IDataObject, INodeExecutionData, IRunExecutionData } from 'n8n-workflow';
import { AlturBench, addParameters, customerRows, jsonOf } from '../harness/altur';
import type { FinishedRun } from '../harness/nodeRunner';
import type { Scenario } from './scenarios';

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

function rowsFor(scenario: Scenario, campaign: number): INodeExecutionData[] {
	return customerRows(6).map(({ json }, row) => ({
		json: {
			...json,
			campaign: scenario.withUnknownCampaign && row % 2 ? unknownCampaign : campaign,
		},
	}));
}

/** Runs a scenario in n8n's engine against a sandbox of its own; runs it again without the fault if it did not end well. */
export async function runTrial(scenario: Scenario): Promise<Trial> {
	const bench = await AlturBench.start({ rateLimit: false });
	try {
		const campaign = bench.sandbox.addCampaign().id;
		const rows = rowsFor(scenario, campaign);
		const parameters = addParameters(0, {
			campaignId: { __rl: true, mode: 'id', value: '={{ $json.campaign }}' },
			options: { batchSize: 2, ...scenario.options },
		});
		const { apiKey, baseUrl } = bench.sandbox;
		const credentials = { alturApi: { apiKey, baseUrl: scenario.baseUrl ?? baseUrl } };
		bench.sandbox.faults.add(...scenario.faults);
		const started = bench.start(rows, parameters, { onError: scenario.onError }, { credentials });
		const stopTook = scenario.isStopped ? await stopDuringSecond(bench, started) : undefined;
		const first = await started.finished;
		const requests = bench.posts().length;
		const stored = storedIn(bench);
		const known = failedContacts(first);
		const sees = whatIsSeen(first);
		const endedWell = first.run.status === 'success' && known.length === 0;

		bench.sandbox.faults.clear();
		if (scenario.withUnknownCampaign) bench.sandbox.addCampaign({ id: unknownCampaign });
		const isRetry = first.run.status === 'error';
		const again =
			first.run.status === 'success' ? rows.filter(({ json }) => known.includes(json.phone)) : rows;
		const last = endedWell
			? first
			: await bench.run(again, parameters, {}, isRetry ? { runExecutionData: retryOf(first) } : {});
		const inTheEnd = storedIn(bench);
		const missing = rows.filter(({ json }) => !inTheEnd.includes(json.phone));
		const isDoubled = ({ status }: IDataObject) => status === 'skipped_duplicate';
		return {
			name: scenario.name,
			sees,
			requests,
			stored: stored.length,
			storedAfterRetry: endedWell ? undefined : inTheEnd.length,
			lost: missing.length - failedContacts(last).length,
			doubled: isRetry || endedWell ? jsonOf(last.items('Altur')).filter(isDoubled).length : 0,
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

function failedContacts({ run }: FinishedRun): unknown[] {
	const items = run.data.resultData.runData.Altur?.[0]?.data?.main?.[0] ?? [];
	return jsonOf(items).flatMap(({ status, contact }) => (status === 'failed' ? [contact] : []));
}

function whatIsSeen({ run }: FinishedRun): string {
	const [task] = run.data.resultData.runData.Altur ?? [];
	if (task?.error) return `**${task.error.message}** ${task.error.description ?? ''}`.trim();
	// How long a run takes is another time each run, and so nothing for a page that is compared.
	const hints = (task?.hints ?? []).map(({ message }) => message.replace(/( requests?) and \d+ s\./, '$1.'));
	const messages = jsonOf(task?.data?.main?.[0] ?? []).flatMap(({ error_message: message }) =>
		typeof message === 'string' ? [`"${message}"`] : [],
	);
	const stopped = run.status === 'canceled' ? ['Execution stopped.'] : [];
	return [...stopped, ...hints, ...new Set(messages)].join(' ');
}

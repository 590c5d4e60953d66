import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Installation } from '../installation';
import { acceptedAt, busiestSecond, contactPosts } from '../journal';
import type { Latency } from '../latencies';
import { ratioToIdeal } from '../ratio';
import type { SandboxProcess } from '../sandboxProcess';
import { rowsNode, trigger, workflowOf } from '../workflow';
import type { Contender } from './contender';
import { execute } from './execute';

/** What one contender took for one size at one latency. */
export interface Round {
	contender: string;
	rows: number;
	latency: string;
	/** Of the whole n8n process, start included. */
	wallMilliseconds: number;
	/** Sum over the nodes that do the job, as n8n recorded it. */
	nodesMilliseconds: number;
	/** From the first to the last accepted POST, as they arrived at the sandbox. */
	spanMilliseconds: number;
	/** That, as in {@link ratioToIdeal}. */
	ratio: number;
	cpuMilliseconds: number;
	peakBytes: number;
	requests: number;
	throttled: number;
	busiestSecond: number;
	stored: number;
	lost: number;
	/** What ended the workflow early, if something did. */
	problem?: string;
}

/** A contender, what it is to do, and where. */
export interface Setting {
	sandbox: SandboxProcess;
	installation: Installation;
	contender: Contender;
	rows: number;
	latency: Latency;
}

const timings = z.object({
	data: z.object({
		resultData: z.object({
			runData: z.record(z.array(z.object({ executionTime: z.number() }))),
		}),
	}),
});

/** Lets one contender bring so many rows to an empty Altur, whose latencies are the same for each of them. */
export async function runRound(setting: Setting): Promise<Round> {
	const { sandbox, installation, contender, rows, latency } = setting;
	await sandbox.reset(latency);
	const nodes = contender.nodes(sandbox.baseUrl, await sandbox.newCampaign());
	const { measured, outputFile } = await execute(installation.userFolder, {
		id: `bench${contender.id}`,
		active: false,
		...workflowOf(contender.label, [trigger, rowsNode(rows), ...nodes]),
	});
	const posts = contactPosts(await sandbox.journal());
	const accepted = acceptedAt(posts);
	const { rowsStored } = await sandbox.summary();
	const round = {
		contender: contender.label,
		rows,
		latency: latency.label,
		wallMilliseconds: measured.wallMilliseconds,
		nodesMilliseconds: NaN,
		spanMilliseconds: (accepted.at(-1) ?? 0) - (accepted[0] ?? 0),
		ratio: ratioToIdeal(accepted, 12),
		cpuMilliseconds: measured.cpuMilliseconds,
		peakBytes: measured.peakBytes,
		requests: posts.length,
		throttled: posts.length - accepted.length,
		busiestSecond: busiestSecond(accepted),
		stored: rowsStored,
		lost: rows - rowsStored,
	};
	if (measured.code !== 0) return { ...round, problem: 'the workflow stopped early' };
	const text = readFileSync(outputFile, 'utf8');
	const { runData } = timings.parse(JSON.parse(text.slice(text.indexOf('{')))).data.resultData;
	const runs = nodes.flatMap(({ name }) => runData[name] ?? []);
	return {
		...round,
		nodesMilliseconds: runs.reduce((sum, { executionTime }) => sum + executionTime, 0),
	};
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { workflowOf, type Contender } from './contenders/workflow';
import type { BenchHost } from './host';

/** What one contender took for one size. */
export interface Round {
	contender: string;
	rows: number;
	/** Of the whole n8n process, start included. */
	wallMilliseconds: number;
	/** Sum over the nodes that do the job, as n8n recorded it. */
	nodesMilliseconds: number;
	/** From the first to the last POST, as the sandbox saw them. */
	spanMilliseconds: number;
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

const timings = z.object({
	data: z.object({
		resultData: z.object({
			runData: z.record(z.array(z.object({ executionTime: z.number() }))),
		}),
	}),
});

/** Lets one contender bring so many rows to an empty Altur. */
export async function runRound(host: BenchHost, contender: Contender, rows: number): Promise<Round> {
	const campaignId = await host.newCampaign();
	const workflow = workflowOf(contender, rows, host.baseUrl, campaignId);
	const { measured, outputFile } = await host.execute(workflow);
	const { contactPosts: posts, rowsStored } = await host.summary();
	const round = {
		contender: contender.label,
		rows,
		wallMilliseconds: measured.wallMilliseconds,
		nodesMilliseconds: NaN,
		spanMilliseconds: (posts.lastAt ?? 0) - (posts.firstAt ?? 0),
		cpuMilliseconds: measured.cpuMilliseconds,
		peakBytes: measured.peakBytes,
		requests: posts.requests,
		throttled: posts.throttled,
		busiestSecond: posts.busiestSecond,
		stored: rowsStored,
		lost: rows - rowsStored,
	};
	if (measured.code !== 0) return { ...round, problem: 'the workflow stopped early' };
	const text = readFileSync(outputFile, 'utf8');
	const { runData } = timings.parse(JSON.parse(text.slice(text.indexOf('{')))).data.resultData;
	const nodes = contender.nodes(host.baseUrl, campaignId).map(({ name }) => runData[name] ?? []);
	return {
		...round,
		nodesMilliseconds: nodes.flat().reduce((sum, { executionTime }) => sum + executionTime, 0),
	};
}

import { constant } from '../latencies';
import type { Round } from './round';

/** Draws seconds of the nodes and peak memory by the number of rows, and the ratio to the ideal by latency. @returns SVG */
export async function plot(rounds: readonly Round[]): Promise<string> {
	// Both are ES modules only, which this CommonJS package reaches by import().
	const [{ parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
	const values = rounds.map((round) => ({
		rows: round.rows,
		contender: round.contender,
		latency: round.latency,
		seconds: round.nodesMilliseconds / 1000,
		megabytes: round.peakBytes / 2 ** 20,
		ratio: Number.isNaN(round.ratio) ? null : round.ratio,
	}));
	const color = {
		field: 'contender',
		type: 'nominal' as const,
		title: null,
		legend: { orient: 'bottom' as const, columns: 1, labelLimit: 400 },
	};
	const byRows = (field: string, title: string) => ({
		title: `Answers take ${constant.label}`,
		data: { values: values.filter(({ latency }) => latency === constant.label) },
		width: 300,
		height: 260,
		mark: { type: 'line' as const, point: true },
		encoding: {
			x: { field: 'rows', type: 'quantitative' as const, scale: { type: 'log' as const }, title: 'Rows' },
			y: { field, type: 'quantitative' as const, scale: { type: 'log' as const }, title },
			color,
		},
	});
	const mostRows = Math.max(...rounds.map(({ rows }) => rows));
	const byLatency = {
		title: `${new Intl.NumberFormat('en').format(mostRows)} rows`,
		data: { values: values.filter(({ rows }) => rows === mostRows) },
		width: 300,
		height: 260,
		mark: { type: 'point' as const, filled: true, size: 70 },
		encoding: {
			x: {
				field: 'latency',
				type: 'ordinal' as const,
				sort: null,
				title: 'Answers take',
				axis: { labelAngle: 0 },
			},
			y: {
				field: 'ratio',
				type: 'quantitative' as const,
				scale: { zero: false, domainMin: 1 },
				title: 'Time of the requests, as a multiple of the ideal',
			},
			color,
		},
	};
	const { spec } = compile({
		$schema: 'https://vega.github.io/schema/vega-lite/v6.json',
		background: 'white',
		hconcat: [
			byRows('seconds', 'Seconds in the nodes that do the job'),
			byRows('megabytes', 'Peak memory, MB'),
			byLatency,
		],
	});
	return await new View(parse(spec), { renderer: 'none' }).toSVG();
}

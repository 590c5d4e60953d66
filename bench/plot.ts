import type { Round } from './round';

/** Draws seconds of the nodes and peak memory against the number of rows, side by side. @returns SVG */
export async function plot(rounds: readonly Round[]): Promise<string> {
	// Both are ES modules only, which this CommonJS package reaches by import().
	const [{ parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
	const values = rounds.map((round) => ({
		rows: round.rows,
		contender: round.contender,
		seconds: round.nodesMilliseconds / 1000,
		megabytes: round.peakBytes / 2 ** 20,
	}));
	const panel = (field: string, title: string) => ({
		width: 320,
		height: 260,
		mark: { type: 'line' as const, point: true },
		encoding: {
			x: { field: 'rows', type: 'quantitative' as const, scale: { type: 'log' as const }, title: 'Rows' },
			y: { field, type: 'quantitative' as const, scale: { type: 'log' as const }, title },
			color: {
				field: 'contender',
				type: 'nominal' as const,
				title: null,
				legend: { orient: 'bottom' as const, columns: 1, labelLimit: 400 },
			},
		},
	});
	const { spec } = compile({
		$schema: 'https://vega.github.io/schema/vega-lite/v6.json',
		background: 'white',
		data: { values },
		hconcat: [
			panel('seconds', 'Seconds in the nodes that do the job'),
			panel('megabytes', 'Peak memory, MB'),
		],
	});
	return await new View(parse(spec), { renderer: 'none' }).toSVG();
}

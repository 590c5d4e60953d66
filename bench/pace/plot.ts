import { fallingLimit, joining, sharedScenarios } from './scenarios';
import { simulate, type Scenario } from './simulate';

/** Draws how many requests of each process were accepted in each second of three runs. @returns SVG */
export async function plotPace(seed: number): Promise<string> {
	// Both are ES modules only, which this CommonJS package reaches by import().
	const [{ parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
	const drawn = [
		...sharedScenarios.filter(({ senders }) => senders.length === 4).slice(0, 1),
		joining,
		fallingLimit,
	];
	const panels = await Promise.all(
		drawn.map(async (scenario) => ({
			title: scenario.name.split(';')[0],
			values: await seconds(scenario, seed),
		})),
	);
	const { spec } = compile({
		$schema: 'https://vega.github.io/schema/vega-lite/v6.json',
		background: 'white',
		hconcat: panels.map(({ title, values }) => ({
			title,
			data: { values },
			width: 260,
			height: 200,
			mark: { type: 'line' as const },
			encoding: {
				x: { field: 'second', type: 'quantitative' as const, title: 'Seconds' },
				y: {
					field: 'accepted',
					type: 'quantitative' as const,
					title: 'Accepted in a second',
					scale: { domain: [0, 12] },
				},
				color: { field: 'process', type: 'nominal' as const, title: 'Process' },
			},
		})),
	});
	return await new View(parse(spec), { renderer: 'none' }).toSVG();
}

async function seconds(scenario: Scenario, seed: number) {
	const { attempts } = await simulate(scenario, seed);
	return scenario.senders.flatMap((_, sender) => {
		const accepted = attempts.filter((attempt) => attempt.sender === sender && !attempt.isRefused);
		const [first, last] = [accepted[0], accepted.at(-1)].map((attempt) =>
			Math.floor((attempt?.at ?? 0) / 1000),
		);
		const count = (second: number) => accepted.filter(({ at }) => Math.floor(at / 1000) === second).length;
		return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (__, index) => index + (first ?? 0)).map(
			(second) => ({ second, accepted: count(second), process: sender + 1 }),
		);
	});
}

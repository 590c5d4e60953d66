import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../scripts/repository';
import { measureAll } from './measure';
import { plotPace } from './plot';
import { toPage, type Section } from './report';
import * as scenarios from './scenarios';

/** The constants of the pace were chosen with seeds up to 160, so these are others: what is chosen by a figure flatters it. */
const seeds = Array.from({ length: 20 }, (_, index) => 1001 + index);

const kinds = [
	['One process, answers that take unequally long', scenarios.latencyScenarios],
	['One process, requests that travel unequally long', scenarios.travelScenarios],
	['One process, late by other work', scenarios.busyScenarios],
	['Several processes with one key', scenarios.sharedScenarios],
	['Limits and company that change', scenarios.changeScenarios],
	['Other kinds of limits', scenarios.limiterScenarios],
] as const;

async function main(): Promise<void> {
	const sections: Section[] = [];
	for (const [title, all] of kinds) {
		const section: Section = { title, rows: [] };
		for (const scenario of all) {
			const summary = await measureAll(scenario, seeds);
			if (summary.worst.lost > 0) throw new Error(`Rows were lost: ${scenario.name}`);
			section.rows.push({ name: scenario.name, summary });
		}
		sections.push(section);
	}
	const page = toPage(sections, seeds.length);
	console.log(page);
	writeFileSync(join(repository, 'docs', 'engineering', 'pace.md'), page);
	writeFileSync(join(repository, 'docs', 'engineering', 'pace.svg'), await plotPace(1));
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

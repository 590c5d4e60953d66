import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureN8nHost } from '../scripts/n8n-host/install';
import { repository } from '../scripts/repository';
import { contenders } from './contenders';
import { BenchHost } from './host';
import { plot } from './plot';
import { toMarkdown } from './report';
import { runRound, type Round } from './round';

/** The contender that goes row by row needs 12 a second: so all of it stays within two minutes. */
const quickSizes = [500];
const sizes = [1_000, 10_000, 100_000];

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			quick: { type: 'boolean' },
			size: { type: 'string', multiple: true },
			only: { type: 'string' },
		},
	});
	if (values.only !== undefined && !contenders.some(({ id }) => id === values.only)) {
		throw new Error(`--only takes one of ${contenders.map(({ id }) => id).join(', ')}.`);
	}
	await ensureN8nHost((line) => {
		console.log(line);
	});
	const host = await BenchHost.start();
	const rounds: Round[] = [];
	try {
		for (const rows of values.size?.map(Number) ?? (values.quick ? quickSizes : sizes)) {
			for (const contender of contenders.filter(
				({ mostRows, id }) => rows <= mostRows && (!values.only || values.only === id),
			)) {
				const round = await runRound(host, contender, rows);
				rounds.push(round);
				console.log(toMarkdown([round]));
			}
		}
	} finally {
		await host.stop();
	}
	console.log(toMarkdown(rounds));
	if (values.quick || values.size || values.only) return;
	writeFileSync(join(repository, 'docs', 'benchmarks.svg'), await plot(rounds));
	writeFileSync(join(repository, 'docs', 'benchmarks.md'), toMarkdown(rounds, { withPreamble: true }));
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

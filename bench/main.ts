import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureN8nHost } from '../scripts/n8n-host/install';
import { repository } from '../scripts/repository';
import { runBeside } from './beside/run';
import { contenders } from './contenders';
import { plot } from './contenders/plot';
import { fullPlan, quickPlan, runContenders, slowAnswersPlan, type Plan } from './contenders/run';
import { toPage } from './page';
import { runFiles } from './file/run';
import { filesSection, withFilesSection } from './file/section';
import { runQueue } from './queue/run';
import { SandboxProcess } from './sandboxProcess';

const usage = `npm run bench -- [options]; without any, all of it, and docs/engineering/benchmarks.md is written
  --quick           500 rows, two minutes
  --only AlturNode  one of ${contenders.map(({ id }) => id).join(', ')}
  --size 100000     so many rows; may be given several times
  --queue           several workers of n8n's queue mode with one key
  --beside          a small run and a list of a form beside a large run
  --file            files of 100,000 to 5,000,000 rows, a section of docs/engineering/benchmarks.md; with --size, of at most so many`;

function readOptions() {
	const flag = { type: 'boolean', default: false } as const;
	const { values } = parseArgs({
		options: {
			quick: flag,
			queue: flag,
			beside: flag,
			file: flag,
			size: { type: 'string', multiple: true },
			only: { type: 'string' },
		},
	});
	const isKnown = values.only === undefined || contenders.some(({ id }) => id === values.only);
	const sizes = values.size?.map(Number);
	if (!isKnown || sizes?.some((size) => !Number.isInteger(size) || size < 1)) throw new Error(usage);
	return { ...values, size: sizes };
}

const page = join(repository, 'docs', 'engineering', 'benchmarks.md');

const tell = (text: string) => {
	console.log(text);
};

async function runAll(sandbox: SandboxProcess): Promise<void> {
	const queueRounds = await runQueue(sandbox, tell);
	const waited = await runBeside(sandbox, tell);
	const files = await runFiles(sandbox, tell);
	const rounds = await runContenders(sandbox, [fullPlan, slowAnswersPlan], tell);
	writeFileSync(join(repository, 'docs', 'engineering', 'benchmarks.svg'), await plot(rounds));
	writeFileSync(page, toPage({ rounds, queueRounds, waited, files }));
}

async function writeFiles(sandbox: SandboxProcess): Promise<void> {
	const section = filesSection(await runFiles(sandbox, tell));
	writeFileSync(page, withFilesSection(readFileSync(page, 'utf8'), section));
}

async function main(): Promise<void> {
	const { quick, size, only, queue, beside, file } = readOptions();
	await ensureN8nHost(tell);
	const sandbox = await SandboxProcess.start();
	try {
		if (queue) await runQueue(sandbox, tell);
		if (beside) await runBeside(sandbox, tell);
		if (file && size) await runFiles(sandbox, tell, Math.max(...size));
		else if (file) await writeFiles(sandbox);
		const plan: Plan = quick
			? quickPlan
			: { ...fullPlan, ...(size && { sizes: size }), ...(only && { only }) };
		if (quick || (size && !file) || only) await runContenders(sandbox, [plan], tell);
		else if (!queue && !beside && !file) await runAll(sandbox);
	} finally {
		await sandbox.stop();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

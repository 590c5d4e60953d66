import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureN8nHost } from '../n8n-host/install';
import { packPackage } from '../n8n/pack';
import { startProcess } from '../n8n/runningProcess';
import { repository } from '../repository';
import { installVersion } from './install';
import { versions, type TriedVersion } from './versions';

const trials = z.record(z.string());

const preamble = `# Compatibility

Made by \`npm run compatibility\`: the packed tarball installed as n8n installs it, in each n8n with the newest Node that
n8n ran on then. The oldest is 2.8.4, the last for Node 20; npm has to install it without
\`legacy-peer-deps\`, or it does not start, whatever nodes it has.

| Tried | What has to come of it |
| --- | --- |
| main example | Its 2,500 rows are loaded into the local Altur; every count is the expected one |
| Add From File | The same sheet as a CSV file: counts, a result for each row in its place, and in the file of failed rows each of them as it stood, with its reason |
| Altur Trigger | The end of a call, signed and sent by the local Altur, starts one run with the row of that call; an event that nobody signed is answered with 401 and starts none |

`;

function say(line: string): void {
	console.log(line);
}

/** Each n8n gets a process of its own, because the scripts read the folder of n8n from the environment. */
async function tryVersion({ folder, environment }: TriedVersion, tarball: string) {
	const tsx = join(repository, 'node_modules', 'tsx', 'dist', 'cli.mjs');
	const script = join(__dirname, 'tryOut.ts');
	const trial = startProcess(process.execPath, [tsx, script, tarball, JSON.stringify(environment)], {
		cwd: repository,
		environment: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', N8N_HOST_DIR: folder },
	});
	if ((await trial.ended) !== 0) return { 'set up': trial.log().slice(-300) };
	return trials.parse(JSON.parse(trial.stdout().trim().split('\n').at(-1) ?? ''));
}

async function main(): Promise<void> {
	await ensureN8nHost(say);
	const folder = mkdtempSync(join(tmpdir(), 'compatibility-'));
	const lines: string[] = [];
	try {
		const tarball = await packPackage(repository, folder);
		for (const version of versions) {
			await installVersion(version, say);
			say(`Trying n8n ${version.n8n}`);
			for (const [what, problem] of Object.entries(await tryVersion(version, tarball))) {
				const outcome = problem === '' ? 'works' : problem.replace(/\s+/g, ' ').replaceAll('|', '/');
				lines.push(`| ${version.n8n} | ${version.node} | ${what} | ${outcome} |`);
				if (problem !== '') process.exitCode = 1;
			}
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	const table = ['| n8n | Node | Tried | Outcome |', '| --- | --- | --- | --- |', ...lines].join('\n');
	console.log(table);
	writeFileSync(join(repository, 'docs', 'compatibility.md'), `${preamble}${table}\n`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { npm } from '../../scripts/n8n-host/npm';
import { nodeTypeNames } from '../../scripts/n8n/commandLine';
import { packPackage } from '../../scripts/n8n/pack';
import { freePort } from '../../scripts/n8n/ports';
import { startProcess } from '../../scripts/n8n/runningProcess';
import { nodesFolder, temporaryUserFolder } from '../../scripts/n8n/userFolder';
import { packageFolders } from '../../scripts/packageFolders';
import { repository } from '../../scripts/repository';
import { startLocalRegistry } from './harness/localRegistry';
import { describeWith, realN8n } from '../requirements';

jest.setTimeout(600_000);

/** The npm commands of all documents: lines of their shell blocks, and code in their sentences. */
function commandsOf(documents: readonly string[]): string[] {
	const texts = documents.map((file) => readFileSync(file, 'utf8'));
	const lines = texts.flatMap((text) =>
		[...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) => block.trim().split('\n')),
	);
	const inSentences = texts.flatMap((text) =>
		[...text.matchAll(/`(np[mx] [^`]+)`/g)].map(([, command = '']) => command),
	);
	return [...new Set([...lines, ...inSentences])].sort();
}

/** Types the words of a command behind `npm`, and waits for its end. */
const run = (command: string, ...more: string[]) =>
	npm([...command.split(' ').slice(1), ...more], {
		cwd: repository,
		// Jest sets it to "test", a person's shell does not; some lint rules look at it.
		environment: { NODE_ENV: '' },
	});

async function startAndEnd(command: string): Promise<void> {
	const words = command.split(' ').slice(1);
	const environment = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };
	const more = words.includes('--') ? [] : ['--'];
	const sandbox = startProcess('npm', [...words, ...more, '--port', '0'], { cwd: repository, environment });
	try {
		const tooSoon = sandbox.ended.then(() => {
			throw new Error(`It ended by itself:\n${sandbox.log()}`);
		});
		while (!sandbox.log().includes('Ctrl-C ends it.')) await Promise.race([sleep(100), tooSoon]);
		tooSoon.catch(() => undefined);
		const [, origin = ''] = /sandbox on (http:\/\/127\.0\.0\.1:\d+)/.exec(sandbox.log()) ?? [];
		expect((await fetch(`${origin}/__sandbox/summary`)).status).toBe(200);
		sandbox.interrupt();
		await sandbox.ended;
	} finally {
		await sandbox.stop();
	}
}

/** Installs a package from a registry that has what is packed here, as README says, and asks n8n for its nodes. */
async function install(command: string): Promise<void> {
	const { userFolder, remove } = temporaryUserFolder();
	const tarballs = await Promise.all(packageFolders().map((folder) => packPackage(folder, userFolder)));
	const registry = await startLocalRegistry(tarballs);
	try {
		const environment = { npm_config_registry: registry.url };
		await npm(command.split(' ').slice(1), { cwd: nodesFolder(userFolder), environment });
		const name = command.split(' ').at(-1) ?? '';
		const found = await nodeTypeNames(userFolder);
		expect(found.some((type) => type.startsWith(`${name}.`))).toBe(true);
	} finally {
		await registry.close();
		remove();
	}
}

const byThisRun = 'this run of all tests consists of it';
const byHand = 'takes a quarter of an hour and more; run by hand, and its document is what it wrote';
const withVendorFile = "needs the vendor's OpenAPI file, which is not in this repository, and fetches Prism";
const inReleasing = 'test/node/releasing.test.ts';

/** How each command of the documents is seen to work. */
const proofs: Record<string, string | ((command: string) => Promise<unknown>)> = {
	'npm ci': byThisRun,
	'npm test': byThisRun,
	'npm run test:fast': byThisRun,
	'npm run build': run,
	'npm run lint': byThisRun,
	'npm run scan': run,
	'npm run verification': async (command) => {
		// Its pictures are made by the tests in the editor, which this run of all tests has too.
		const printed = await run(command, '--', '--without-pictures');
		expect(printed).toMatch(/^ready +n8n-nodes-oliai-.*: README$/m);
		expect(printed).not.toContain('NOT ready');
	},
	'npm start': async (command) => {
		const printed = await run(command, '--', '--once', '--port', String(await freePort()));
		expect(printed).toContain('Begin here: load contacts from a sheet');
		expect(printed).toMatch(/What came of each row[^]*called +2,304 +2,304\n/);
	},
	'npm run sandbox': startAndEnd,
	'npm run sandbox -- --port 4010 --api-key sandbox-key --latency 200 --seed demo': startAndEnd,
	'npm run sandbox -- --latency 400 --latency-spread 0.3': startAndEnd,
	'npm run sandbox -- --play --webhook-url http://127.0.0.1:5678/webhook/altur': startAndEnd,
	'npm run sandbox -- octopush': startAndEnd,
	'npm run sandbox -- oliai': startAndEnd,
	'npm install --omit=peer n8n-nodes-altur': install,
	'npm install --omit=peer n8n-nodes-octopush': install,
	'npm install --omit=peer n8n-nodes-oliai': install,
	'npm run bench -- --quick': async (command) => {
		expect(await run(command)).toMatch(/\| Altur node \|/);
	},
	'npm run bench:pace': async (command) => {
		expect(await run(command)).toMatch(/\| Two processes, 300 each \|/);
	},
	'npx jest --selectProjects unit --testPathPatterns pacer': async (command) => {
		// What npx does, by the npm that belongs to this Node.
		await run(`npm exec -- ${command.replace('npx ', '')}`);
	},
	'npm run bench': byHand,
	'npm run bench -- --file': byHand,
	'npm run bench -- --queue': byHand,
	'npm run bench:engine': byHand,
	'npm run bench:recording': byHand,
	'npm run compatibility': byHand,
	'npm run mutation': byHand,
	'npm run mutation -- --mutate n8n/client/secret.ts': byHand,
	'npm run specification -- path/to/openapi.json': withVendorFile,
	'npx release-it': inReleasing,
	'npx release-it --dry-run': inReleasing,
};

describeWith(realN8n)('The commands in the documents', () => {
	const documents = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n');

	it('are all tried, or say why not', () => {
		expect(commandsOf(documents)).toEqual(Object.keys(proofs).sort());
	});

	const tried = Object.entries(proofs).flatMap(([command, proof]) =>
		typeof proof === 'string' ? [] : [[command, proof] as const],
	);
	it.each(tried)('work: %s', async (command, proof) => {
		await proof(command);
	});
});

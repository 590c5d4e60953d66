import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startProcess } from '../n8n/runningProcess';
import { bundledNodeFolder, hostFolder, nodeForN8n } from './folder';
import { npm } from './npm';

/** n8n keeps everything in SQLite; this is the part of its driver that is not JavaScript. */
const driver = join(hostFolder, 'node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');

/** The same part, ready made for common platforms, in a package that descends from that driver. */
const readyMade = join(
	hostFolder,
	'node_modules',
	'@appthreat',
	'sqlite3',
	'prebuilds',
	`${process.platform}-${process.arch}`,
);

/** The packages of Debian and Ubuntu with which npm can compile the driver. */
export const compilerPackages = 'g++ make python3';

/** The one command that gets packages of Debian or Ubuntu. */
export const aptGet = (packages: string) => `apt-get install -y --no-install-recommends ${packages}`;

/** n8n is installed, but nothing here can make its database driver. */
export class NoDatabaseDriverError extends Error {
	constructor(said: string) {
		super(`${said}\nn8n's database driver has to be compiled on this machine: ${aptGet(compilerPackages)}`);
		this.name = 'NoDatabaseDriverError';
	}
}

export function hasDatabaseDriver(): boolean {
	return existsSync(driver);
}

async function works(): Promise<boolean> {
	const loading = startProcess(nodeForN8n(), ['-e', "require('sqlite3')"], {
		cwd: hostFolder,
		environment: { PATH: process.env.PATH ?? '' },
	});
	return (await loading.ended) === 0;
}

async function takeReadyMade(): Promise<boolean> {
	const files = existsSync(readyMade) ? readdirSync(readyMade).sort() : [];
	mkdirSync(dirname(driver), { recursive: true });
	for (const file of files) {
		copyFileSync(join(readyMade, file), `${driver}.new`);
		renameSync(`${driver}.new`, driver);
		// One is for glibc, one for musl, and an old system may load neither.
		if (await works()) return true;
		rmSync(driver);
	}
	return false;
}

async function compile(say: (line: string) => void): Promise<void> {
	const node = bundledNodeFolder();
	const start = Date.now();
	try {
		await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], {
			cwd: hostFolder,
			environment: node === undefined ? {} : { npm_config_nodedir: node },
			every5Seconds: () =>
				say(`  n8n: compiling its database driver, ${Math.round((Date.now() - start) / 1000)} s`),
		});
	} catch (error) {
		throw new NoDatabaseDriverError(error instanceof Error ? error.message : String(error));
	}
}

/**
 * Gives the installed n8n its database driver, if it has none: the one that npm brought ready made, otherwise by
 * compiling it (a minute or two).
 * @throws NoDatabaseDriverError when neither works here
 */
export async function ensureDatabaseDriver(say: (line: string) => void): Promise<void> {
	if (hasDatabaseDriver() || (await takeReadyMade())) return;
	await compile(say);
}

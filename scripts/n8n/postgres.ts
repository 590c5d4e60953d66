import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports';
import { type DatabaseServer, untilListening } from './redis';
import { startProcess } from './runningProcess';

/** Debian keeps the server's programs out of PATH, a folder for each version. */
function programFolder(): string {
	const versions = '/usr/lib/postgresql';
	const newestFirst = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
	const folder = newestFirst
		.map((version) => join(versions, version, 'bin'))
		.find((bin) => existsSync(join(bin, 'initdb')));
	return folder ?? '';
}

/** PostgreSQL refuses to run as root; then it runs as the account Debian made for it. */
const runsAsRoot = process.getuid?.() === 0;

function asItsAccount(program: string, args: string[]): [string, string[]] {
	const path = join(programFolder(), program);
	return runsAsRoot ? ['runuser', ['-u', 'postgres', '--', path, ...args]] : [path, args];
}

function accountId(of: '-u' | '-g'): number {
	return Number(spawnSync('id', [of, 'postgres'], { encoding: 'utf8' }).stdout);
}

/** How n8n signs in; only this computer can. */
export const postgresUser = 'n8n';
export const postgresDatabase = 'postgres';

/**
 * Starts PostgreSQL with an empty database.
 * @throws Error when it is not installed or does not start
 */
export async function startPostgres(): Promise<DatabaseServer> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-postgres-'));
	if (runsAsRoot) chownSync(folder, accountId('-u'), accountId('-g'));
	const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' };
	const start = (program: string, args: string[]) =>
		startProcess(...asItsAccount(program, args), { cwd: folder, environment });

	const made = start('initdb', ['-D', folder, '-U', postgresUser, '-A', 'trust', '-E', 'UTF8', '--no-sync']);
	if ((await made.ended) !== 0) throw new Error(`initdb (apt-get install postgresql):\n${made.log()}`);

	const port = await freePort();
	const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
	const options = settings.flatMap((setting) => ['-c', setting]);
	const server = start('postgres', ['-D', folder, '-p', String(port), ...options]);
	await untilListening('PostgreSQL', port, server);
	return {
		port,
		stop: async () => {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

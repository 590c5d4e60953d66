import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports';
import { postgresPrograms } from './postgresPrograms';
import { type DatabaseServer, untilListening } from './redis';
import { startProcess } from './runningProcess';

/** PostgreSQL refuses to run as root; then it runs as the account made for it, otherwise as one that owns nothing. */
function itsAccount(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const accounts = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'));
	const found = ['postgres', 'nobody'].map((name) => accounts.find(([account]) => account === name));
	const [, , uid, gid] = found.find((account) => account !== undefined) ?? [];
	if (uid === undefined || gid === undefined)
		throw new Error('PostgreSQL does not run as root, and there is no account "postgres" or "nobody".');
	return { uid: Number(uid), gid: Number(gid) };
}

/** How n8n signs in; only this computer can. */
export const postgresUser = 'n8n';
export const postgresDatabase = 'postgres';

/**
 * Starts PostgreSQL with an empty database.
 * @throws Error when there is none or it does not start
 */
export async function startPostgres(): Promise<DatabaseServer> {
	const programs = postgresPrograms();
	if (programs === undefined) throw new Error('PostgreSQL is missing: apt-get install postgresql');
	const folder = mkdtempSync(join(tmpdir(), 'n8n-postgres-'));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	const account = itsAccount();
	const data = join(folder, 'data');
	mkdirSync(data, { mode: 0o700 });
	if (account) {
		for (const one of [folder, data]) chownSync(one, account.uid, account.gid);
	}
	const bin = programs.bring?.(join(folder, 'programs')) ?? programs.folder;
	const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' };
	const start = (program: string, args: string[]) =>
		startProcess(join(bin, program), args, { cwd: folder, environment, account });

	const made = start('initdb', ['-D', data, '-U', postgresUser, '-A', 'trust', '-E', 'UTF8', '--no-sync']);
	if ((await made.ended) !== 0) {
		remove();
		throw new Error(`initdb of PostgreSQL did not succeed:\n${made.log()}`);
	}

	const port = await freePort();
	const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
	const options = settings.flatMap((setting) => ['-c', setting]);
	const server = start('postgres', ['-D', data, '-p', String(port), ...options]);
	await untilListening('PostgreSQL', port, server);
	return {
		port,
		stop: async () => {
			await server.stop();
			remove();
		},
	};
}

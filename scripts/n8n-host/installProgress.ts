import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const lockFile = z.object({
	packages: z.record(
		z.object({ os: z.union([z.string(), z.array(z.string())]).optional(), optional: z.boolean().optional() }),
	),
});

function freeMegabytes(folder: string): number {
	const { bavail, bsize } = statfsSync(folder);
	return (bavail * bsize) / 1e6;
}

/**
 * Says how far `npm ci` has come in a folder, by what lies on the disk: npm itself is silent for minutes.
 * @param folder where `npm ci` runs; holds the lock file
 * @returns a function that gives one line each time, such as "1,204 of 2,093 packages, about 310 MB, 45 s".
 *   The megabytes are what the disk lost since the start, so other programs that write count too.
 */
export function watchInstall(folder: string): () => string {
	const { packages } = lockFile.parse(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')));
	const expected = Object.entries(packages)
		.filter(([path, { optional }]) => path !== '' && optional !== true)
		.map(([path]) => join(folder, path, 'package.json'));
	const freeAtStart = freeMegabytes(folder);
	const start = Date.now();
	return () => {
		const present = expected.filter((path) => existsSync(path)).length;
		const megabytes = Math.max(0, Math.round(freeAtStart - freeMegabytes(folder)));
		const seconds = Math.round((Date.now() - start) / 1000);
		if (present === 0) return `looking the packages up, ${seconds} s`;
		const count = (n: number) => n.toLocaleString('en');
		return `${count(present)} of ${count(expected.length)} packages, about ${count(megabytes)} MB, ${seconds} s`;
	};
}

import { execFileSync } from 'node:child_process';

/** The files of a packed package, with their text; paths as they are below the package. */
export function filesOf(tarball: string): Map<string, string> {
	const tar = (...args: string[]) =>
		execFileSync('tar', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
	const paths = tar('-tzf', tarball).trim().split('\n');
	return new Map(paths.map((path) => [path.replace(/^package\//, ''), tar('-xzOf', tarball, path)]));
}

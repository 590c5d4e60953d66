import { join } from 'node:path';
import { packPackage } from '../n8n/pack';
import { packageFolders } from '../packageFolders';
import { startProcess } from '../n8n/runningProcess';
import { repository } from '../repository';

/**
 * Builds all packages of this repository and packs each as npm would publish it.
 * @param into an existing folder for the tarballs
 * @returns the paths of the tarballs
 * @throws Error with what the build said when it does not succeed
 */
export async function buildAndPack(into: string): Promise<string[]> {
	const gulp = join(repository, 'node_modules', 'gulp', 'bin', 'gulp.js');
	const environment = Object.fromEntries(
		Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);
	const build = startProcess(process.execPath, [gulp, 'build'], { cwd: repository, environment });
	if ((await build.ended) !== 0) throw new Error(`gulp build did not succeed:\n${build.log()}`);
	const tarballs: string[] = [];
	for (const folder of packageFolders()) tarballs.push(await packPackage(folder, into));
	return tarballs;
}

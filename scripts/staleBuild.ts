import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What every package is bundled from besides its own folders; the build's own file counts too. */
const shared = ['bulk', 'n8n', 'gulpfile.js', 'scripts/numberingPlans.ts'];
const own = ['nodes', 'credentials'];

function filesBelow(path: string): string[] {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path, { recursive: true, encoding: 'utf8' })
		.map((name) => join(path, name))
		.filter((file) => statSync(file).isFile());
}

const changedAt = (file: string) => statSync(file).mtimeMs;

/**
 * Whether what lies in `dist` was built from the source as it is now, by the times of the files: a test that runs the
 * built package says nothing about a source that was changed since.
 *
 * @param repository its folder
 * @param packageFolder the repository itself, or a folder below its `packages`
 * @returns what is wrong and what to do, a sentence; undefined when nothing is
 */
export function staleBuild(repository: string, packageFolder: string): string | undefined {
	const dist = join(packageFolder, 'dist');
	const name = relative(repository, dist);
	// Pictures keep the times of their originals.
	const bundles = filesBelow(dist).filter((file) => file.endsWith('.js'));
	if (bundles.length === 0) return `${name} is empty: npm run build`;
	const builtAt = Math.min(...bundles.map(changedAt));
	const sources = [
		...shared.map((one) => join(repository, one)),
		...own.map((one) => join(packageFolder, one)),
	].flatMap(filesBelow);
	const newer = sources.find((file) => !file.endsWith('.md') && changedAt(file) > builtAt);
	return newer && `${name} is older than ${relative(repository, newer)}: npm run build`;
}

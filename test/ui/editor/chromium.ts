import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, npmChromium } from '../../../scripts/n8n-host/npmChromium';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

function isProgram(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

const ofTheSystem = (executablePath: string | undefined): Browser | undefined =>
	executablePath === undefined ? undefined : { executablePath, environment: {} };

/**
 * The Chromium that the tests drive: `CHROMIUM_PATH`, otherwise the first one on PATH, otherwise the one that npm
 * brought.
 *
 * @returns undefined when there is none
 */
export function findChromium(): Browser | undefined {
	const given = process.env.CHROMIUM_PATH;
	if (given !== undefined && given !== '') return ofTheSystem(isProgram(given) ? given : undefined);
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	const files = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	return ofTheSystem(files.find(isProgram)) ?? npmChromium();
}

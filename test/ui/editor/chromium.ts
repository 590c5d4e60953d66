import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** How a person gets the browser that the tests drive. */
export const howToGetChromium =
	'The tests in the editor need Chromium. On Debian or Ubuntu: apt-get install -y --no-install-recommends chromium. ' +
	'Elsewhere install Chromium or Chrome and name its program in CHROMIUM_PATH.';

function isProgram(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** The path of Chromium: `CHROMIUM_PATH`, otherwise the first one on PATH; undefined when there is none. */
export function findChromium(): string | undefined {
	const given = process.env.CHROMIUM_PATH;
	if (given !== undefined && given !== '') return isProgram(given) ? given : undefined;
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

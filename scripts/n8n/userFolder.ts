import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Folders inside n8n's user folder, as n8n names them. */
export const nodesFolder = (userFolder: string) => join(userFolder, '.n8n', 'nodes');
const filesFolder = (userFolder: string) => join(userFolder, '.n8n-files');

/** Makes the folders n8n expects, where they are missing. */
export function prepareUserFolder(userFolder: string): void {
	for (const folder of [nodesFolder(userFolder), filesFolder(userFolder)])
		mkdirSync(folder, { recursive: true });
}

/** A fresh user folder in the system's temporary folder; `remove` deletes it with all it holds. */
export function temporaryUserFolder(): { userFolder: string; remove: () => void } {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-altur-'));
	prepareUserFolder(userFolder);
	return { userFolder, remove: () => rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Puts a file where a workflow reads it as `.n8n-files/<name>`. */
export function offerFile(userFolder: string, file: string): void {
	copyFileSync(file, join(filesFolder(userFolder), basename(file)));
}

/** Puts a file with this text there. */
export function offerText(userFolder: string, name: string, text: string): void {
	writeFileSync(join(filesFolder(userFolder), name), text);
}

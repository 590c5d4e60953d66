import { FileProblem } from '../fileProblem';
import type { ZipEntry } from './zipDirectory';

/** A longer name is cut in a message (characters). */
const maxNameLength = 80;

/**
 * Refuses a file in a zip that cannot be unpacked.
 *
 * @throws FileProblem when it needs a password, or is packed in a way that is not known
 */
export function refuseUnreadable(file: ZipEntry): void {
	if (file.isEncrypted) {
		throw new FileProblem(
			'ENCRYPTED',
			`${quoteName(file.name)} in the zip is protected with a password`,
			'Unpack it with its password, and give this node the file itself.',
		);
	}
	if (file.method !== 0 && file.method !== 8) {
		throw new FileProblem(
			'UNKNOWN_COMPRESSION',
			`${quoteName(file.name)} in the zip is packed in a way that is not known (method ${file.method})`,
			'Pack it as an ordinary zip (deflate), or give this node the file itself.',
		);
	}
}

/** @returns a name in quotes, without control characters, for a message */
export function quoteName(name: string): string {
	const plain = name.replace(/[\u0000-\u001f\u007f]/g, ' ');
	return `"${plain.length > maxNameLength ? `${plain.slice(0, maxNameLength)}...` : plain}"`;
}

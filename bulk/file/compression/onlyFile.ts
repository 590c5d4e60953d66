import { FileProblem } from '../fileProblem';
import type { ZipEntry } from './zipDirectory';

/** So many names are listed in a message at most, each so long (characters). */
const maxNames = 5;
const maxNameLength = 80;

/** What macOS and Windows add to a folder by themselves. */
const addedBySystem = /^__MACOSX\/|(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/i;

/** Programs whose documents are zips, by a file in them. */
const documents = [
	{ within: /^xl\//, code: 'EXCEL_WORKBOOK', name: 'an Excel workbook (.xlsx)', program: 'Excel' },
	{
		within: /^Index\/.*\.iwa$|^Index\.zip$/,
		code: 'NOT_A_TABLE',
		name: 'a Numbers document',
		program: 'Numbers',
	},
	{
		within: /^content\.xml$/,
		code: 'NOT_A_TABLE',
		name: 'an OpenDocument file (.ods)',
		program: 'LibreOffice',
	},
	{ within: /^word\//, code: 'NOT_A_TABLE', name: 'a Word document', program: 'Word' },
] as const;

/**
 * Finds the only file in a zip; folders, and what macOS and Windows add, do not count.
 *
 * @throws FileProblem when there is none or several, when the zip is a document such as .xlsx, or needs a password
 */
export function onlyFile(entries: readonly ZipEntry[]): ZipEntry {
	const document = documents.find(({ within }) => entries.some(({ name }) => within.test(name)));
	if (document) {
		throw new FileProblem(
			document.code,
			`The file is ${document.name}, which is not read for now`,
			`Open it in ${document.program}, save it as "CSV UTF-8" or CSV, and give this node that file.`,
		);
	}
	const files = entries.filter(({ name }) => !name.endsWith('/') && !addedBySystem.test(name));
	const [file] = files;
	if (file === undefined) {
		throw new FileProblem(
			'ZIP_WITHOUT_FILE',
			'There is no file in the zip',
			'Pack the file with the contacts again.',
		);
	}
	if (files.length > 1) {
		throw new FileProblem(
			'ZIP_WITH_SEVERAL_FILES',
			`The zip holds ${files.length} files, and which one is meant is not known: ${listNames(files)}`,
			'Put the file with the contacts alone into a zip, or give this node the file itself.',
		);
	}
	if (file.isEncrypted) {
		throw new FileProblem(
			'ENCRYPTED',
			`${quoteName(file)} in the zip is protected with a password`,
			'Unpack it with its password, and give this node the file itself.',
		);
	}
	if (file.method !== 0 && file.method !== 8) {
		throw new FileProblem(
			'UNKNOWN_COMPRESSION',
			`${quoteName(file)} in the zip is packed in a way that is not known (method ${file.method})`,
			'Pack it as an ordinary zip (deflate), or give this node the file itself.',
		);
	}
	return file;
}

function listNames(files: readonly ZipEntry[]): string {
	const names = files.slice(0, maxNames).map(quoteName);
	if (files.length > maxNames) names.push(`and ${files.length - maxNames} more`);
	return names.join(', ');
}

function quoteName({ name }: ZipEntry): string {
	const plain = name.replace(/[\u0000-\u001f\u007f]/g, ' ');
	return `"${plain.length > maxNameLength ? `${plain.slice(0, maxNameLength)}...` : plain}"`;
}

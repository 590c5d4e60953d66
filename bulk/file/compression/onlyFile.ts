import { FileProblem } from '../fileProblem';
import { quoteName } from './readableEntry';
import type { ZipEntry } from './zipDirectory';

/** So many names are listed in a message at most. */
const maxNames = 5;

/** What macOS and Windows add to a folder by themselves. */
const addedBySystem = /^__MACOSX\/|(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/i;

/** Programs whose documents are zips, by a file in them. */
const documents = [
	{
		within: /^xl\/workbook\.bin$/,
		code: 'EXCEL_WORKBOOK',
		name: 'a binary Excel workbook (.xlsb)',
		advice:
			'Open it in Excel, save it as "Excel Workbook (.xlsx)" or "CSV UTF-8", and give this node that file.',
	},
	{
		within: /^Index\/.*\.iwa$|^Index\.zip$/,
		code: 'NOT_A_TABLE',
		name: 'a Numbers document',
		advice: 'Open it in Numbers, export it to Excel (.xlsx) or CSV, and give this node that file.',
	},
	{
		within: /^content\.xml$/,
		code: 'NOT_A_TABLE',
		name: 'an OpenDocument file (.ods)',
		advice: 'Open it in LibreOffice or Excel, save it as .xlsx or CSV, and give this node that file.',
	},
	{
		within: /^word\//,
		code: 'NOT_A_TABLE',
		name: 'a Word document',
		advice: 'Copy its table into a sheet, save that as .xlsx or CSV, and give this node that file.',
	},
	{
		within: /^ppt\//,
		code: 'NOT_A_TABLE',
		name: 'a PowerPoint presentation',
		advice: 'Copy its table into a sheet, save that as .xlsx or CSV, and give this node that file.',
	},
] as const;

/**
 * Finds the only file in a zip; folders, and what macOS and Windows add, do not count.
 *
 * @throws FileProblem when there is none or several, or when the zip is a document such as .ods
 */
export function onlyFile(entries: readonly ZipEntry[]): ZipEntry {
	const document = documents.find(({ within }) => entries.some(({ name }) => within.test(name)));
	if (document) {
		throw new FileProblem(document.code, `The file is ${document.name}, which is not read`, document.advice);
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
	return file;
}

function listNames(files: readonly ZipEntry[]): string {
	const names = files.slice(0, maxNames).map(({ name }) => quoteName(name));
	if (files.length > maxNames) names.push(`and ${files.length - maxNames} more`);
	return names.join(', ');
}

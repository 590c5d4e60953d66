import { beginsWith, isGzip, isZip } from './firstBytes';
import { FileProblem, type FileProblemCode } from './fileProblem';

interface Kind {
	starts: ReadonlyArray<readonly number[]>;
	code: FileProblemCode;
	message: string;
	advice: string;
}

const saveAsCsv =
	'Open it in the program that it comes from, save it as "CSV UTF-8", CSV or .xlsx, and give this node that file.';
const unpackFirst =
	'Unpack it, and give this node the file in it; gzip, or a zip of one file, is unpacked here.';

/** Files that are no table, by their first bytes. */
const kinds: readonly Kind[] = [
	{
		starts: [[0x25, 0x50, 0x44, 0x46]],
		code: 'NOT_A_TABLE',
		message: 'The file is a PDF, not a table',
		advice: 'Ask for the same data as CSV, or copy the table into a sheet and save it as .xlsx or CSV.',
	},
	{
		starts: [
			[0x52, 0x61, 0x72, 0x21],
			[0x37, 0x7a, 0xbc, 0xaf],
			[0x42, 0x5a, 0x68],
			[0xfd, 0x37, 0x7a, 0x58],
			[0x28, 0xb5, 0x2f, 0xfd],
		],
		code: 'UNKNOWN_COMPRESSION',
		message: 'The file is packed in a way that is not read (RAR, 7z, bzip2, xz or Zstandard)',
		advice: unpackFirst,
	},
	{
		starts: [
			[0x89, 0x50, 0x4e, 0x47],
			[0xff, 0xd8, 0xff],
			[0x47, 0x49, 0x46, 0x38],
		],
		code: 'NOT_A_TABLE',
		message: 'The file is a picture, not a table',
		advice: 'Give this node the table itself, saved as CSV or .xlsx.',
	},
	{
		starts: [[0x50, 0x41, 0x52, 0x31]],
		code: 'NOT_A_TABLE',
		message: 'The file is in the format Parquet, which is not read',
		advice: saveAsCsv,
	},
];

/** Documents of Office before 2007, and newer ones with a password, which lie encrypted in one of those (MS-CFB). */
const oleStart = [0xd0, 0xcf, 0x11, 0xe0];

/** In a tar archive this stands behind the first header. */
const tar = { at: 257, text: 'ustar' };

/** More control characters than this have no place in a text, as a part of all its characters. */
const mostControls = 0.01;

/**
 * Refuses a file that its first bytes tell to be no table.
 *
 * @param first the first piece, unpacked
 * @throws FileProblem
 */
export function refuseOtherFiles(first: Uint8Array): void {
	if (isGzip(first) || isZip(first)) {
		throw new FileProblem(
			'COMPRESSED_TWICE',
			'What is in the packed file is packed itself: a zip, a gzip file or an Excel workbook',
			'Unpack it, and give this node the file in it.',
		);
	}
	if (beginsWith(first, oleStart)) throw oldOrProtected(first);
	const kind = kinds.find(({ starts }) => starts.some((start) => beginsWith(first, start)));
	if (kind) throw new FileProblem(kind.code, kind.message, kind.advice);
	if (Buffer.from(first.subarray(tar.at, tar.at + tar.text.length)).toString('latin1') === tar.text) {
		throw new FileProblem('UNKNOWN_COMPRESSION', 'The file is a tar archive, which is not read', unpackFirst);
	}
}

/**
 * Refuses a text that is no table but a web page, XML or JSON.
 *
 * @param text the beginning of the file
 * @throws FileProblem
 */
export function refuseOtherTexts(text: string): void {
	const start = text.slice(0, 1000).trimStart();
	if (/^<(!doctype html|html|head|body|meta|script|style|table|!--)/i.test(start)) {
		throw new FileProblem(
			'NOT_A_TABLE',
			'The file is a web page (HTML), not a table',
			'If it was downloaded, its address may ask for a login first. If a program saved it as .xls, open it in Excel and save it as .xlsx or CSV.',
		);
	}
	if (/^<\?xml/i.test(start)) throw new FileProblem('NOT_A_TABLE', 'The file is XML, not a table', saveAsCsv);
	if (/^(\{\s*["}]|\[\s*[[{])/.test(start)) {
		throw new FileProblem(
			'NOT_A_TABLE',
			'The file is JSON, not a table',
			'Make items of it with n8n\'s "Extract From File", or save it as CSV.',
		);
	}
}

/** Which of them it is tell the names of its parts, which stand in its beginning as a rule. */
function oldOrProtected(first: Uint8Array): FileProblem {
	if (Buffer.from(first).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
		return new FileProblem(
			'ENCRYPTED',
			'The workbook is protected with a password',
			'Open it in Excel, take the password away (File, Info, Protect Workbook, Encrypt with Password), save it, and give this node that file.',
		);
	}
	return new FileProblem(
		'EXCEL_WORKBOOK',
		'The file is an old Excel workbook (.xls), or one protected with a password, which is not read',
		'Open it in Excel, save it as "Excel Workbook (.xlsx)" without a password, or as "CSV UTF-8", and give this node that file.',
	);
}

/**
 * Takes out the NUL characters that some databases write into texts, and that no service stores.
 *
 * @param text a part of the file
 * @param line the line of the file that the text begins on, or the last one that was whole before it
 * @throws FileProblem when the text has so many control characters that it is none
 */
export function withoutNulCharacters(text: string, line: number): string {
	if (!text.includes('\0')) return text;
	const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
	if (controls > text.length * mostControls) {
		throw new FileProblem(
			'BINARY',
			line === 1 ? 'The file is no text' : `From about line ${line} on the file is no text`,
			'Check that it is a table saved as CSV, and that it was downloaded or uploaded whole.',
		);
	}
	return text.replaceAll('\0', '');
}

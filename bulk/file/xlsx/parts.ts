import { unzip } from '../compression/unzip';
import type { ZipEntry } from '../compression/zipDirectory';
import { brokenWorkbook } from './brokenWorkbook';

/** What a small part of a workbook, such as its list of sheets, may take at most when it is unpacked (bytes). */
const maxSmallPart = 33_554_432;

/** @returns whether the first bytes of a zip are those of a document of Office; read before it is known what is in it */
export function beginsAsWorkbook(first: Uint8Array): boolean {
	const names = Buffer.from(first.buffer, first.byteOffset, first.length).toString('latin1');
	return ['[Content_Types].xml', '_rels/.rels', 'xl/work'].some((name) => names.includes(name));
}

/**
 * @returns whether a zip holds a workbook with parts in XML: .xlsx, .xlsm or a template. Most programs put them into a
 * folder "xl", a few do not
 */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
	const names = entries.map(({ name }) => partPath(name));
	if (names.includes('xl/workbook.bin')) return false;
	return (
		names.some((name) => name.startsWith('xl/')) ||
		(names.includes('[content_types].xml') && names.includes('workbook.xml'))
	);
}

/**
 * A path in one form: that of a part in a zip, or the target of a relationship. Names of parts do not differ by case
 * (ECMA-376 part 2, 6.2.2.3); some programs write them with `\`.
 *
 * @param folder that a path without `/` before it begins in
 */
export function partPath(path: string, folder = ''): string {
	const steps: string[] = [];
	const plain = path.replaceAll('\\', '/');
	for (const step of (plain.startsWith('/') ? plain : `${folder}/${plain}`).split('/')) {
		if (step === '..') steps.pop();
		else if (step !== '' && step !== '.') steps.push(step.toLowerCase());
	}
	return steps.join('/');
}

/** The parts of a workbook (ECMA-376 part 2), by their paths in one form. */
export class Parts {
	private readonly entries: ReadonlyMap<string, ZipEntry>;

	/** @param open begins anew with the bytes of the workbook */
	constructor(
		private readonly open: () => AsyncIterable<Uint8Array>,
		entries: readonly ZipEntry[],
	) {
		this.entries = new Map(entries.map((entry) => [partPath(entry.name), entry]));
	}

	has(path: string): boolean {
		return this.entries.has(path);
	}

	/**
	 * The bytes of a part, unpacked as they are asked for.
	 *
	 * @throws FileProblem when it is not there, or cannot be unpacked
	 */
	read(path: string): AsyncGenerator<Uint8Array, void> {
		const entry = this.entries.get(path);
		if (entry === undefined) throw brokenWorkbook(`The workbook is damaged: its part "${path}" is missing`);
		return unzip(this.open, entry, 'The workbook');
	}

	/**
	 * As `read`, of a part that is small in any true workbook.
	 *
	 * @throws FileProblem as `read`, and when it is larger than 32 MB
	 */
	async *readSmall(path: string): AsyncGenerator<Uint8Array, void> {
		let bytes = 0;
		for await (const chunk of this.read(path)) {
			bytes += chunk.length;
			if (bytes > maxSmallPart) {
				throw brokenWorkbook(`The workbook is damaged: its part "${path}" unpacks to more than 32 MB`);
			}
			yield chunk;
		}
	}
}

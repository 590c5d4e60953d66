import { builtInFormat, readFormat, type NumberFormat } from './numberFormat';
import type { Parts } from './parts';
import { readXml } from './xmlParser';

/**
 * Reads the number formats of the cells.
 *
 * @param path of the styles; undefined when there are none
 * @returns by the number that cells name their style with
 * @throws FileProblem when the styles are damaged
 */
export async function readStyles(parts: Parts, path: string | undefined): Promise<NumberFormat[]> {
	const formats: NumberFormat[] = [];
	if (path === undefined || !parts.has(path)) return formats;
	const described = new Map<number, NumberFormat>();
	// The same elements stand in other lists too, such as that of conditional formats.
	let list = '';
	await readXml(parts.readSmall(path), path, {
		open(name, { numFmtId, formatCode = '' }) {
			if (name === 'numFmts' || name === 'cellXfs') list = name;
			const id = Number(numFmtId ?? 0);
			if (list === 'numFmts' && name === 'numFmt') described.set(id, readFormat(formatCode));
			if (list === 'cellXfs' && name === 'xf') formats.push(described.get(id) ?? builtInFormat(id));
		},
		close(name) {
			if (name === list) list = '';
		},
	});
	return formats;
}

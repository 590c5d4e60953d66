import { refuseOtherTexts, withoutNulCharacters } from '../fileKind';
import { isFilled, type ParsedRow } from '../row';
import { findDelimiter } from './delimiter';
import { RowParser } from './rowParser';

/** Excel reads the delimiter from such a line, and writes it where asked to. */
const delimiterLine = /^"?sep=([^\p{L}\p{N}" \r\n])"?(\r\n|\r|\n|$)/iu;

/**
 * Makes rows of the text of a table. Lines that hold nothing, or delimiters and spaces only, are no rows; nor is `sep=;` on
 * the first line.
 *
 * @param delimiter found out from the first text when it is not given
 * @returns the rows, those of each text together
 * @throws FileProblem as `RowParser`, and when the text is none, or no table
 */
export async function* parseTable(
	texts: AsyncIterable<string>,
	delimiter?: string,
): AsyncGenerator<ParsedRow[], void> {
	let parser: RowParser | undefined;
	for await (const text of texts) {
		if (text === '') continue;
		const clean = withoutNulCharacters(text, parser?.nextLine ?? 1);
		if (parser === undefined) {
			refuseOtherTexts(clean);
			const [line = '', named] = delimiterLine.exec(clean) ?? [];
			const table = clean.slice(line.length);
			parser = new RowParser(delimiter ?? named ?? findDelimiter(table), line === '' ? 1 : 2);
			yield parser.push(table).filter(isFilled);
		} else {
			yield parser.push(clean).filter(isFilled);
		}
	}
	if (parser !== undefined) yield parser.end().filter(isFilled);
}

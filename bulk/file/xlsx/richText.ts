import { FileProblem } from '../fileProblem';
import { maxRowCharacters } from '../row';

/** A character that XML cannot hold, or that it changes, as a program writes it: _x000D_ (ECMA-376 part 1, 22.9.2.19). */
const escapes = /_x([0-9a-f]{4})_/gi;

/** @returns a text as it was before it was written into a workbook, without NUL characters, which no service stores */
export function unescapeText(text: string): string {
	if (!text.includes('_x')) return text;
	return text
		.replace(escapes, (_escape, code: string) => String.fromCharCode(parseInt(code, 16)))
		.replaceAll('\0', '');
}

/**
 * Puts a text together of its parts, which may be formatted differently. How it is pronounced, which stands with texts in
 * Japanese, is no part of it. Spaces at its ends stay also where `xml:space` is missing.
 */
export class RichText {
	private written = '';
	private isText = false;
	private isPronunciation = false;

	/** An element within that of the text. */
	open(name: string): void {
		if (name === 't') this.isText = true;
		if (name === 'rPh') this.isPronunciation = true;
	}

	close(name: string): void {
		if (name === 't') this.isText = false;
		if (name === 'rPh') this.isPronunciation = false;
	}

	/** @throws FileProblem when the whole is longer than a row may be */
	text(text: string): void {
		if (!this.isText || this.isPronunciation) return;
		this.written += text;
		if (this.written.length > maxRowCharacters) throw cellTooLong();
	}

	/** @returns the whole text; the next one begins */
	take(): string {
		const text = unescapeText(this.written);
		this.written = '';
		return text;
	}
}

function cellTooLong(): FileProblem {
	return new FileProblem(
		'ROW_TOO_LONG',
		'A cell of the workbook holds more than a million characters',
		'Check that the workbook holds a table of contacts; in Excel a cell has at most 32,767 characters.',
	);
}

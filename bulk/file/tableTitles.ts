const letters = 26;

/** @param index of a column, from 0; @returns its letters as in a sheet: A, B, ... Z, AA */
export function columnLetters(index: number): string {
	const last = String.fromCharCode(65 + (index % letters));
	return index < letters ? last : columnLetters(Math.floor(index / letters) - 1) + last;
}

/** The titles of the columns of a table: never empty, and never two alike. */
export class TableTitles {
	readonly titles: readonly string[];
	private readonly taken: Set<string>;
	private readonly further = new Map<number, string>();

	/**
	 * Trims the titles. An empty one becomes the letters of its column; one that is there already gets ` (2)` behind it,
	 * or the next number that no other title ends with.
	 *
	 * @param cells of the row of titles; empty texts for columns that have none
	 */
	constructor(cells: readonly string[]) {
		const trimmed = cells.map((cell) => cell.trim());
		// A title that is there once keeps its name, also where another one would become the same.
		this.taken = new Set(trimmed);
		const seen = new Set<string>();
		this.titles = trimmed.map((title, index) => {
			if (title === '') return this.unique(columnLetters(index));
			if (seen.has(title)) return this.unique(title);
			seen.add(title);
			return title;
		});
	}

	/** @returns the title of a column, also of one behind the last title: its letters */
	at(index: number): string {
		const known = this.titles[index] ?? this.further.get(index);
		if (known !== undefined) return known;
		const title = this.unique(columnLetters(index));
		this.further.set(index, title);
		return title;
	}

	private unique(title: string): string {
		let unique = title;
		for (let number = 2; this.taken.has(unique); number += 1) unique = `${title} (${number})`;
		this.taken.add(unique);
		return unique;
	}
}

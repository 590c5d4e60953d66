import type { IDataObject } from 'n8n-workflow';
import { InputProblem } from '../../inputProblem';
import { fieldsOf, type FieldReader, type RowFields } from './fieldsByTitle';
import { listTitles, shortenTitle } from './titleList';
import { plainTitle } from './titleWords';

/** The columns of a table, as a person may name them. */
export class TableColumns {
	/** @param titles in the order of the columns, never two alike */
	constructor(readonly titles: readonly string[]) {}

	/**
	 * Finds a column by its title, then by its title without accents, case and signs, then by its letters in a sheet.
	 *
	 * @param label of the form's field in which it was named
	 * @returns the title as it stands in the table
	 * @throws InputProblem when there is no such column, or two titles are the same but for accents, case and signs
	 */
	named(name: string, label: string): string {
		const { titles } = this;
		const typed = name.trim();
		if (titles.includes(typed)) return typed;
		const plain = plainTitle(typed);
		const alike = plain === '' ? [] : titles.filter((title) => plainTitle(title) === plain);
		const [found = titles[indexOfLetters(typed)], other] = alike;
		if (found === undefined || other !== undefined) {
			const why =
				other === undefined
					? 'which the file does not have'
					: 'and the file has several that are alike but for capitals, accents and signs';
			throw new InputProblem(
				'NO_SUCH_COLUMN',
				`${label} asks for the column "${shortenTitle(typed)}", ${why}.`,
				`The columns are: ${listTitles(titles)}. Write a title as it stands there, or the letters of a column.`,
			);
		}
		return found;
	}
}

/** Reads the fields of a contact out of the columns that a person has named. */
export class FieldsByName implements FieldReader {
	/** @param titles by field, as they stand in the table */
	constructor(private readonly titles: Readonly<Partial<Record<string, string>>>) {}

	read(json: IDataObject): RowFields {
		return fieldsOf(json, this.titles);
	}

	get usedSoFar(): readonly string[] {
		return Object.values(this.titles).flatMap((title) => title ?? []);
	}

	fills(field: string): boolean {
		return this.titles[field] !== undefined;
	}

	foundByTitle(): readonly string[] {
		return [];
	}
}

/** @returns the place of a column, from 0, by its letters in a sheet; -1 for what is none */
function indexOfLetters(text: string): number {
	if (!/^[a-z]{1,3}$/i.test(text)) return -1;
	return [...text.toUpperCase()].reduce((index, letter) => (index + 1) * 26 + letter.charCodeAt(0) - 65, -1);
}

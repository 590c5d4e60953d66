import type { IDataObject } from 'n8n-workflow';
import { valueToText } from '../../../bulk/clean/text';
import { isEmptyCell } from './emptyCell';
import { InputProblem } from '../../inputProblem';
import type { SheetColumns } from './sheetColumns';
import { listTitles, shortenTitle } from './titleList';

/** The fields of one row. */
export interface RowFields {
	/** A field as text; undefined when its cell is empty or no column fills it. */
	text(field: string): string | undefined;
	/** Columns of the row that fill a field of the contact, or any other field of the form. */
	used: readonly string[];
}

/** Reads the fields of a contact out of a row. */
export interface FieldReader {
	read(json: IDataObject, itemIndex: number): RowFields;
	/** The columns that the rows read so far have used, for a field of the contact or any other field of the form. */
	readonly usedSoFar: readonly string[];
	/** Whether a column, or a value for all rows, fills the field. */
	fills(field: string): boolean;
	/** The columns that were taken for the field in the rows read so far, if they were found by their titles. */
	foundByTitle(field: string): readonly string[];
}

/** Reads the fields of a contact by the titles of the columns. */
export class FieldsByTitle implements FieldReader {
	private readonly found = new Map<string, Set<string>>();

	constructor(private readonly columns: SheetColumns<string>) {}

	read(json: IDataObject): RowFields {
		const found = this.columns.find(json);
		for (const [field, title] of Object.entries(found)) {
			if (title !== undefined) this.note(field, title);
		}
		return fieldsOf(json, found);
	}

	get usedSoFar(): readonly string[] {
		return [...this.found.values()].flatMap((titles) => [...titles]);
	}

	foundByTitle(field: string): readonly string[] {
		return [...(this.found.get(field) ?? [])];
	}

	fills(field: string): boolean {
		return this.columns.has(field);
	}

	/**
	 * Makes sure, before anything is sent, that there is a column with the phone number. A sheet without any column says
	 * nothing: its rows have no phone number.
	 *
	 * @param field the name of the phone number's field
	 * @param howElse how the person says which column it is, the end of a sentence that begins with "or"
	 * @throws InputProblem when no column can hold one
	 */
	requirePhone(field: string, howElse: string): void {
		const { columns } = this;
		if (columns.has(field) || columns.titles.length === 0) return;
		throw new InputProblem(
			'NO_PHONE_COLUMN',
			'No column looks like a phone number by its title.',
			whyNone(columns, field, howElse),
		);
	}

	private note(field: string, title: string): void {
		const titles = this.found.get(field);
		if (titles) titles.add(title);
		else this.found.set(field, new Set([title]));
	}
}

/** @param found the title of the column that fills each field */
export function fieldsOf(json: IDataObject, found: Readonly<Partial<Record<string, string>>>): RowFields {
	return {
		text(field) {
			const title = found[field];
			return title === undefined ? undefined : cellText(json[title]);
		},
		used: Object.values(found).flatMap((title) => title ?? []),
	};
}

/** A cell as text; undefined when it is empty. */
export function cellText(value: unknown): string | undefined {
	return isEmptyCell(value) ? undefined : valueToText(value);
}

function whyNone(columns: SheetColumns<string>, field: string, howElse: string): string {
	const passedOver = columns.doubtful(field).map((title) => {
		const rival = columns.rival(title);
		const reason =
			rival === undefined
				? 'most of its cells do not look like phone numbers'
				: `beside "${shortenTitle(rival)}" it may mean something else`;
		return `"${shortenTitle(title)}" was passed over, because ${reason}.`;
	});
	return [
		`The columns are: ${listTitles(columns.titles)}.`,
		...passedOver.slice(0, 3),
		`Rename the one with the phone numbers to "Phone", or ${howElse}.`,
	].join(' ');
}

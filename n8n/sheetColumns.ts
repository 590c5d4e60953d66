import type { IDataObject } from 'n8n-workflow';
import { valueToText } from '../bulk/text';
import type { ColumnTitles, FieldTitles, TitleMatch } from './columnTitles';
import { isEmptyCell } from './emptyCell';

type Rows = ReadonlyArray<{ json: IDataObject }>;
type Candidate<Field extends string> = TitleMatch<Field> & { title: string };

/**
 * The columns of a sheet that fill a contact's fields, by their titles.
 *
 * What a title means is decided once for all rows: a doubtful one counts only where no row has a sure one for that
 * field, and only if its cells fit. Of several sure columns each row takes its own, the surest that is not empty.
 */
export class SheetColumns<Field extends string> {
	/** All titles, of whatever row, in the order in which they come up. */
	readonly titles: readonly string[];
	private readonly columns = new Map<Field, string[]>();
	private readonly passedOver = new Map<Field, string[]>();

	constructor(rows: Rows, known: ColumnTitles<Field>) {
		this.titles = titlesOf(rows);
		const candidates = this.titles
			.flatMap((title): Candidate<Field>[] => {
				const match = known.match(title);
				return match ? [{ title, ...match }] : [];
			})
			.sort((a, b) => a.rank - b.rank);
		for (const [field, { fits }] of known.fields) {
			const ofField = candidates.filter((candidate) => candidate.field === field);
			const sure = ofField.filter((candidate) => candidate.sure).map(({ title }) => title);
			const doubtful = ofField.filter((candidate) => !candidate.sure).map(({ title }) => title);
			const chosen = sure.length > 0 ? sure : surestThatFits(rows, doubtful, fits);
			if (chosen.length > 0) this.columns.set(field, chosen);
			else if (doubtful.length > 0) this.passedOver.set(field, doubtful);
		}
	}

	/** @returns whether any row has a column for the field */
	has(field: Field): boolean {
		return this.columns.has(field);
	}

	/** @returns titles that may mean the field, whose cells do not look like it, where nothing else does either */
	doubtful(field: Field): readonly string[] {
		return this.passedOver.get(field) ?? [];
	}

	/** @returns the column that fills each field of a row; none for a field that no column of the sheet fills */
	find(row: IDataObject): Partial<Record<Field, string>> {
		const found: Partial<Record<Field, string>> = {};
		for (const [field, titles] of this.columns) {
			found[field] = titles.find((title) => !isEmptyCell(row[title])) ?? titles[0];
		}
		return found;
	}
}

function titlesOf(rows: Rows): string[] {
	const titles = new Set<string>();
	for (const { json } of rows) {
		for (const title of Object.keys(json)) titles.add(title);
	}
	return [...titles];
}

/**
 * Takes one doubtful column for the whole sheet: to look into another where its cell is empty would be to guess twice.
 *
 * @returns none when no column fits. One without any filled cell contradicts nothing, and counts after all others
 */
function surestThatFits(rows: Rows, titles: readonly string[], fits: FieldTitles['fits']): string[] {
	let empty: string[] = [];
	for (const title of titles) {
		let filled = 0;
		let fitting = 0;
		for (const { json } of rows) {
			if (isEmptyCell(json[title])) continue;
			filled += 1;
			if (fits?.(valueToText(json[title]) ?? '') ?? true) fitting += 1;
		}
		if (filled === 0 && empty.length === 0) empty = [title];
		if (fitting * 2 > filled) return [title];
	}
	return empty;
}

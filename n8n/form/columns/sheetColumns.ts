import type { IDataObject } from 'n8n-workflow';
import { valueToText } from '../../../bulk/clean/text';
import { listed, type ColumnTitles, type FieldTitles, type TitleMatch } from './columnTitles';
import { isEmptyCell } from './emptyCell';
import { plainTitle } from './titleWords';

type Rows = ReadonlyArray<{ json: IDataObject }>;
type Candidate<Field extends string> = TitleMatch<Field> & { title: string };

/**
 * The columns of a sheet that fill a contact's fields, by their titles.
 *
 * What a title means is decided once for all rows: a doubtful one counts only where no row has a sure one for that
 * field, only if its cells fit, and only if no other title makes it a guess. Of several sure columns each row takes its
 * own, the surest whose cell may be meant for the field, or else the surest that is not empty.
 */
export class SheetColumns<Field extends string> {
	/** All titles, of whatever row, in the order in which they come up. */
	readonly titles: readonly string[];
	private readonly columns = new Map<Field, { titles: readonly string[]; mayHold: FieldTitles['mayHold'] }>();
	private readonly passedOver = new Map<Field, string[]>();
	private readonly rivals = new Map<string, string>();

	constructor(
		private readonly rows: Rows,
		private readonly known: ColumnTitles<Field>,
	) {
		this.titles = titlesOf(rows);
		const candidates = this.titles
			.flatMap((title): Candidate<Field>[] => {
				const match = known.match(title);
				return match ? [{ title, ...match }] : [];
			})
			.sort((a, b) => a.rank - b.rank);
		for (const [field, fieldTitles] of known.fields) {
			const ofField = candidates.filter((candidate) => candidate.field === field);
			const sure = ofField.filter((candidate) => candidate.sure).map(({ title }) => title);
			const doubtful = ofField.filter((candidate) => !candidate.sure).map(({ title }) => title);
			const chosen = sure.length > 0 ? sure : this.chooseDoubtful(doubtful, fieldTitles);
			if (chosen.length > 0) this.columns.set(field, { titles: chosen, mayHold: fieldTitles.mayHold });
			else if (doubtful.length > 0) this.passedOver.set(field, doubtful);
		}
	}

	/** @returns whether any row has a column for the field */
	has(field: Field): boolean {
		return this.columns.has(field);
	}

	/** @returns the columns that may fill the field, the surest first */
	titlesOf(field: Field): readonly string[] {
		return this.columns.get(field)?.titles ?? [];
	}

	/** @returns titles that may mean the field and were passed over, where no other column fills it either */
	doubtful(field: Field): readonly string[] {
		return this.passedOver.get(field) ?? [];
	}

	/** @returns the column for whose sake a doubtful one was passed over; none when its cells do not look right */
	rival(doubtful: string): string | undefined {
		return this.rivals.get(doubtful);
	}

	/** @returns the column that fills each field of a row; none for a field that no column of the sheet fills */
	find(row: IDataObject): Partial<Record<Field, string>> {
		const found: Partial<Record<Field, string>> = {};
		for (const [field, { titles, mayHold }] of this.columns) found[field] = surestCell(row, titles, mayHold);
		return found;
	}

	/** Takes none where another title makes it a guess, and remembers that title. */
	private chooseDoubtful(doubtful: readonly string[], field: FieldTitles): string[] {
		const open = this.withoutOtherMeaning(doubtful, field);
		const chosen = surestThatFits(this.rows, open, field.fits);
		if (chosen.length === 0) return [];
		const similar = this.titles.filter((title) => this.known.isSimilar(field, title));
		const [rival] = surestThatFits(this.rows, similar, field.fits);
		if (rival === undefined) return chosen;
		for (const title of open) this.rivals.set(title, rival);
		return [];
	}

	private withoutOtherMeaning(doubtful: readonly string[], { meansOther }: FieldTitles): readonly string[] {
		const other = meansOther && this.titles.find((title) => meansOther.otherTitle.test(plainTitle(title)));
		if (other === undefined) return doubtful;
		const titles = listed(meansOther?.doubtful ?? '');
		return doubtful.filter((title) => {
			if (!titles.includes(plainTitle(title))) return true;
			this.rivals.set(title, other);
			return false;
		});
	}
}

function surestCell(
	row: IDataObject,
	titles: readonly string[],
	mayHold: FieldTitles['mayHold'],
): string | undefined {
	if (titles.length === 1) return titles[0];
	let filled: string | undefined;
	for (const title of titles) {
		if (isEmptyCell(row[title])) continue;
		if (mayHold?.(valueToText(row[title]) ?? '') ?? true) return title;
		filled ??= title;
	}
	return filled ?? titles[0];
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

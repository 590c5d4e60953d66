import type { IDataObject } from 'n8n-workflow';
import { valueToText } from '../../../bulk/clean/text';
import type { MappedColumns } from './columnMapper';
import type { ColumnTitles } from './columnTitles';
import { isEmptyCell } from './emptyCell';
import type { FormColumns } from './formColumns';
import { InputProblem } from '../../inputProblem';
import { SheetColumns } from './sheetColumns';
import { listTitles, shortenTitle } from './titleList';

/** The fields of one row. */
interface RowFields {
	/** A field as text; undefined when its cell is empty or no column fills it. */
	text(field: string): string | undefined;
	/** Columns of the input that fill a field of the contact, or any other field of the form. */
	used: readonly string[];
}

/** Reads the fields of a contact out of a row, by the mapped columns or by the columns' titles. */
export class ContactFields {
	private readonly columns: Exclude<MappedColumns, 'automatic'> | SheetColumns<string>;
	private readonly found = new Set<string>();

	/** @param form all of whose other fields are read from it before the first row is */
	constructor(
		private readonly form: FormColumns,
		mapped: MappedColumns,
		titles: ColumnTitles<string>,
	) {
		this.columns = mapped === 'automatic' ? new SheetColumns(form.items, titles) : mapped;
	}

	read(json: IDataObject, itemIndex: number): RowFields {
		const { columns, form } = this;
		if (!(columns instanceof SheetColumns)) {
			return { text: (field) => cellText(columns[field]?.read(itemIndex)), used: form.drawnOn };
		}
		const found = columns.find(json);
		const cell = (title?: string) => (title === undefined ? undefined : json[title]);
		const titles = Object.values(found).flatMap((title) => title ?? []);
		for (const title of titles) this.found.add(title);
		return { text: (field) => cellText(cell(found[field])), used: [...form.drawnOn, ...titles] };
	}

	/** The columns that the rows read so far have used, for a field of the contact or any other field of the form. */
	get usedSoFar(): string[] {
		return [...this.form.drawnOn, ...this.found];
	}

	/** Whether a column, or a value for all rows, fills the field. */
	fills(field: string): boolean {
		const { columns } = this;
		if (columns instanceof SheetColumns) return columns.has(field);
		const column = columns[field];
		return column !== undefined && !(column.kind === 'fixed' && isEmptyCell(column.read(0)));
	}

	/**
	 * Makes sure, before anything is sent, that the form says where the phone number is. Input without any column says
	 * nothing about the form: its rows have no phone number.
	 *
	 * @param field the name of the phone number's field
	 * @throws InputProblem when no column can hold one
	 */
	requirePhone(field: string): void {
		const { columns, form } = this;
		if (columns instanceof SheetColumns) {
			if (columns.has(field) || columns.titles.length === 0) return;
			throw new InputProblem(
				'NO_PHONE_COLUMN',
				'No column looks like a phone number by its title.',
				whyNone(columns, field),
			);
		}
		const column = columns[field];
		if (!column || !this.fills(field)) {
			throw new InputProblem(
				'NO_PHONE_COLUMN',
				'No column is mapped to Phone Number.',
				'Drag the column with the phone numbers from the input into Columns > Phone Number.',
			);
		}
		form.requireColumns('Phone Number', column);
	}
}

function cellText(value: unknown): string | undefined {
	return isEmptyCell(value) ? undefined : valueToText(value);
}

function whyNone(columns: SheetColumns<string>, field: string): string {
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
		'Rename the one with the phone numbers to "Phone", or switch Columns to "Map Each Column Manually".',
	].join(' ');
}

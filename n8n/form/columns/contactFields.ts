import type { IDataObject } from 'n8n-workflow';
import type { MappedColumns } from './columnMapper';
import type { ColumnTitles } from './columnTitles';
import { isEmptyCell } from './emptyCell';
import { cellText, FieldsByTitle, type FieldReader, type RowFields } from './fieldsByTitle';
import type { FormColumns } from './formColumns';
import { InputProblem } from '../../inputProblem';
import { SheetColumns } from './sheetColumns';

/** Reads the fields of a contact out of an input item, by the mapped columns or by the columns' titles. */
export class ContactFields implements FieldReader {
	private readonly columns: Exclude<MappedColumns, 'automatic'> | FieldsByTitle;

	/** @param form all of whose other fields are read from it before the first row is */
	constructor(
		private readonly form: FormColumns,
		mapped: MappedColumns,
		titles: ColumnTitles<string>,
	) {
		this.columns = mapped === 'automatic' ? new FieldsByTitle(new SheetColumns(form.items, titles)) : mapped;
	}

	read(json: IDataObject, itemIndex: number): RowFields {
		const { columns, form } = this;
		if (!(columns instanceof FieldsByTitle)) {
			return { text: (field) => cellText(columns[field]?.read(itemIndex)), used: form.drawnOn };
		}
		const { text, used } = columns.read(json);
		return { text, used: [...form.drawnOn, ...used] };
	}

	get usedSoFar(): readonly string[] {
		const { columns, form } = this;
		return columns instanceof FieldsByTitle ? [...form.drawnOn, ...columns.usedSoFar] : form.drawnOn;
	}

	foundByTitle(field: string): readonly string[] {
		return this.columns instanceof FieldsByTitle ? this.columns.foundByTitle(field) : [];
	}

	fills(field: string): boolean {
		const { columns } = this;
		if (columns instanceof FieldsByTitle) return columns.fills(field);
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
		if (columns instanceof FieldsByTitle) {
			columns.requirePhone(field, 'set Columns to "Map Each Column"');
			return;
		}
		const column = columns[field];
		if (!column || !this.fills(field)) {
			throw new InputProblem(
				'NO_PHONE_COLUMN',
				'No column is mapped to Phone Number.',
				'Drag the column with the phone numbers from the input into Phone Number, or set Columns to "Find Columns by Title".',
			);
		}
		form.requireColumns('Phone Number', column);
	}
}

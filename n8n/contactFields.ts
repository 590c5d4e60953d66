import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { valueToText } from '../bulk/text';
import type { MappedColumns } from './columnMapper';
import type { ColumnTitles } from './columnTitles';

/** The fields of one row. */
export interface RowFields {
	/** A field as text; undefined when its cell is empty or no column fills it. */
	text(field: string): string | undefined;
	/** Columns of the input that fill a field. */
	used: string[];
}

/** Reads the fields of a contact out of a row, by the mapped columns or by the columns' titles. */
export class ContactFields {
	private readonly drawnOn: string[];

	constructor(
		private readonly columns: MappedColumns,
		private readonly titles: ColumnTitles<string>,
	) {
		this.drawnOn = columns === 'automatic' ? [] : Object.values(columns).flatMap((column) => column.drawsOn);
	}

	read(json: IDataObject, itemIndex: number): RowFields {
		const { columns } = this;
		if (columns === 'automatic') {
			const found = this.titles.find(json);
			const cell = (title?: string) => (title === undefined ? undefined : json[title]);
			return {
				text: (field) => valueToText(cell(found[field])),
				used: Object.values(found).flatMap((title) => title ?? []),
			};
		}
		return { text: (field) => valueToText(columns[field]?.read(itemIndex)), used: this.drawnOn };
	}

	/**
	 * Makes sure, before anything is sent, that the form says where the phone number is.
	 *
	 * @param field the name of the phone number's field
	 * @throws NodeOperationError when no column can hold one
	 */
	requirePhone(context: IExecuteFunctions, field: string): void {
		const { columns } = this;
		if (columns !== 'automatic') {
			const column = columns[field];
			if (column && !(column.kind === 'fixed' && isEmpty(column.read(0)))) return;
			throw new NodeOperationError(context.getNode(), 'No column is mapped to Phone Number', {
				description: 'Drag the column with the phone numbers from the input into Columns > Phone Number.',
			});
		}
		const items = context.getInputData();
		if (items.some(({ json }) => this.titles.find(json)[field] !== undefined)) return;
		const seen = Object.keys(items[0]?.json ?? {}).join(', ');
		throw new NodeOperationError(context.getNode(), 'No column looks like a phone number by its title', {
			description: `The columns are: ${seen || 'none'}. Rename one to "Phone", or switch Columns to "Map Each Column Manually".`,
		});
	}
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

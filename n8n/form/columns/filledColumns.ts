import type { IDataObject } from 'n8n-workflow';
import { isEmptyCell } from './emptyCell';
import type { LabelledColumn } from './formColumns';

/** Rows with other titles each would fill the memory, and nobody reads so many. */
const mostTitles = 1000;

/** The columns of the input that hold something in any row, as the rows go by. */
export class FilledColumns {
	private readonly titles = new Set<string>();

	/** Takes note of a row. */
	note(json: IDataObject): void {
		for (const title of Object.keys(json)) {
			if (this.titles.has(title) || this.titles.size >= mostTitles) continue;
			if (!isEmptyCell(json[title])) this.titles.add(title);
		}
	}

	/** @returns those that are not among the given ones, in the order in which they came up */
	without(others: Iterable<string>): string[] {
		const known = new Set(others);
		return [...this.titles].filter((title) => !known.has(title));
	}
}

/** Whether the text of each field shows which columns it draws on. Not so `{{ JSON.stringify($json) }}`. */
export function showsItsColumns([, { kind, isSameForAll, drawsOn }]: LabelledColumn): boolean {
	return kind !== 'evaluated' || isSameForAll || drawsOn.length > 0;
}

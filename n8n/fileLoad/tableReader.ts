import type { IDataObject } from 'n8n-workflow';
import { readTable, type Table, type TableOptions, type TableRow } from '../../bulk/file/readTable';
import { TableTitles } from '../../bulk/file/tableTitles';
import { unescapeFormulas } from '../file/formulaEscape';
import { reasonTitles } from '../file/reasonTitles';

/** By so many rows it is decided which columns fill which fields. */
const sampleRows = 1000;

/** A row of a file, as an input item would hold it. */
export interface FileRow {
	/** As a sheet shows its number. */
	row: number;
	/** In the order of the columns; more than there are titles when cells behind the last title are filled. */
	cells: readonly string[];
	/** The cells by the titles of their columns. */
	json: IDataObject;
}

/** Reads the rows of a file, one after the other; memory holds the first thousand at first, then a page. */
export class TableReader {
	readonly hasTitles: boolean;
	/** The first rows, which `next` gives too. */
	readonly sample: readonly FileRow[];
	private readonly columns: TableTitles;
	private readonly pages: AsyncIterator<readonly TableRow[]>;
	/** The places of the columns that hold reasons. */
	private readonly reasons: ReadonlySet<number>;
	private rows: FileRow[] = [];
	private at = 0;

	private constructor(private readonly table: Table) {
		this.hasTitles = table.hasTitles;
		this.reasons = new Set(
			table.titles.flatMap((title, column) => (reasonTitles.includes(title) ? [column] : [])),
		);
		const titles = table.titles.filter((_, column) => !this.reasons.has(column));
		this.columns = new TableTitles(titles.map(unescapeFormulas));
		this.pages = table.pages[Symbol.asyncIterator]();
		this.sample = this.rows;
	}

	/** Those of the columns, as in the file that was loaded first: without the reasons that an earlier run has written. */
	get titles(): readonly string[] {
		return this.columns.titles;
	}

	/** The first rows, to find columns by; of a file that has titles only, one whose cells are empty. */
	get sampleWithTitles(): ReadonlyArray<Pick<FileRow, 'json'>> {
		if (this.sample.length > 0) return this.sample;
		return [{ json: Object.fromEntries(this.titles.map((title) => [title, ''])) }];
	}

	/**
	 * Opens a file and reads its first rows.
	 *
	 * @throws FileProblem when the file, or its beginning, is no table
	 */
	static async open(open: () => AsyncIterable<Uint8Array>, options: TableOptions): Promise<TableReader> {
		const reader = new TableReader(await readTable(open, options));
		let isOpen = false;
		try {
			while (reader.rows.length < sampleRows) {
				const page = await reader.nextPage();
				if (!page) break;
				reader.rows.push(...page);
			}
			isOpen = true;
			return reader;
		} finally {
			if (!isOpen) await reader.close();
		}
	}

	/**
	 * @returns the next row; undefined behind the last one
	 * @throws FileProblem where the file turns out to be broken
	 */
	async next(): Promise<FileRow | undefined> {
		while (this.at >= this.rows.length) {
			const page = await this.nextPage();
			if (!page) return undefined;
			this.rows = page;
			this.at = 0;
		}
		return this.rows[this.at++];
	}

	/** Lets go of the file, read to its end or not. */
	async close(): Promise<void> {
		await this.pages.return?.();
		await this.table.close();
	}

	private async nextPage(): Promise<FileRow[] | undefined> {
		const { done, value } = await this.pages.next();
		return done ? undefined : value.map((row) => this.read(row));
	}

	private read({ row, cells: written }: TableRow): FileRow {
		const cells: string[] = [];
		const json: Array<[string, string]> = [];
		for (const [column, text] of written.entries()) {
			if (this.reasons.has(column)) continue;
			const cell = unescapeFormulas(text);
			json.push([this.columns.at(cells.length), cell]);
			cells.push(cell);
		}
		// A title may be `__proto__`, which only this makes an ordinary key.
		return { row, cells, json: Object.fromEntries(json) };
	}
}

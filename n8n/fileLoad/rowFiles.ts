import type { IBinaryKeyData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { RowResult } from '../../bulk/rows';
import { valueToText } from '../../bulk/clean/text';
import { reasonTitles } from '../file/reasonTitles';
import { openResultFile, type ResultFile } from '../file/resultFile';
import { notSent } from '../load/tally';
import type { FileRow } from './tableReader';

/** Said of a load of which rows have failed. */
export const whereFailedRowsAre =
	'What failed is in the file "failed", with the reasons: correct it there, and load that file.';

/** What the files tell of. */
export interface RowFilesOptions {
	/** The name of the file that is loaded. */
	name: string;
	/** The titles of its columns. */
	titles: readonly string[];
	/** The keys of a result that become columns of the file of results, behind the number of the row. */
	resultColumns: readonly string[];
	/** Whether n8n keeps files on its disk, and takes them while they grow. */
	isStreamed: boolean;
}

/**
 * The two files that a load leaves: `results`, a line for each row; and `failed`, the rows that were refused or not sent,
 * as they stood in the file, with the reason behind them. That one is made only if there are any.
 */
export class RowFiles {
	private readonly results: ResultFile;
	private failed: ResultFile | undefined;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly options: RowFilesOptions,
	) {
		this.results = this.open('results', ['row', ...options.resultColumns]);
	}

	/** @param json the result as it leaves the node */
	write(
		{ row, cells }: Pick<FileRow, 'row' | 'cells'>,
		{ status, problem }: RowResult,
		json: IDataObject,
	): void {
		const { titles, resultColumns } = this.options;
		const ofResult = problem?.code === notSent ? { ...json, status: 'not_sent' } : json;
		this.results.write([row, ...resultColumns.map((key) => valueToText(ofResult[key]))]);
		if (status !== 'failed') return;
		this.failed ??= this.open('failed', [...titles, ...reasonTitles]);
		// What is filled behind the last title stays behind all titles, so that no column takes another's place.
		const behind = cells.slice(titles.length);
		this.failed.write([...cells.slice(0, titles.length), problem?.message, problem?.code, ...behind]);
	}

	/** Waits until the disk has caught up. */
	async drained(): Promise<void> {
		await this.results.drained();
		await this.failed?.drained();
	}

	/** Ends the files. @returns them as n8n hands them on. @throws what n8n's storage threw */
	async close(): Promise<IBinaryKeyData> {
		const results = await this.results.close();
		return { results, ...(this.failed && { failed: await this.failed.close() }) };
	}

	/** Gives the files up, so that nothing of them stays behind. */
	async abandon(): Promise<void> {
		await this.results.abandon();
		await this.failed?.abandon();
	}

	private open(what: string, titles: readonly string[]): ResultFile {
		const { name, isStreamed } = this.options;
		const bare = name.replace(/\.(csv|tsv|txt|tab|xlsx|gz|zip)$/i, '').replace(/\.(csv|tsv|txt)$/i, '');
		return openResultFile(this.context, { fileName: `${bare}-${what}.csv`, titles, isStreamed });
	}
}

import type { IDataObject } from 'n8n-workflow';
import type { ResultOrder } from '../../bulk/resultOrder';
import type { ReadRow } from '../../bulk/rows';
import { pauses, readOne } from '../load/readRows';
import type { RowFiles } from './rowFiles';
import type { FileRow, TableReader } from './tableReader';

/** A row that has been read, with what the person knows it by. */
export interface KnownRow<Known extends object> {
	row: Pick<FileRow, 'row' | 'cells'>;
	/** Among the rows of the file, from 0. */
	index: number;
	known: Partial<Known>;
}

type ReadRowOf<Payload, Known> = (
	json: IDataObject,
	index: number,
	known: Partial<Known>,
) => ReadRow<Payload>;

/** Turns the rows of a file into the rows of requests, no faster than their results are written. */
export class FileRows<Payload, Known extends object> {
	/** What was thrown where the file could not be read any further; undefined when it is not broken. */
	brokenBy: unknown;
	private readonly pause = pauses();
	private index = 0;

	constructor(
		private readonly reader: TableReader,
		private readonly files: RowFiles,
		private readonly readRow: ReadRowOf<Payload, Known>,
	) {}

	/**
	 * The rows to be loaded. They end where the file ends or breaks, so that what can be read of it is loaded.
	 *
	 * @param order in which each is entered as soon as it is read
	 * @param onFull called whenever the reading has to wait for results
	 */
	async *toLoad(order: ResultOrder<KnownRow<Known>>, onFull?: () => void): AsyncGenerator<ReadRow<Payload>> {
		for (;;) {
			await order.room(onFull);
			const next = await this.next();
			if (!next) return;
			order.enter(next.known);
			yield next.read;
		}
	}

	/** The rows to which the load has not come. */
	async *others(): AsyncGenerator<KnownRow<Known>> {
		for (let next = await this.next(); next; next = await this.next()) yield next.known;
	}

	private async next(): Promise<{ known: KnownRow<Known>; read: ReadRow<Payload> } | undefined> {
		await this.pause();
		await this.files.drained();
		const next = await this.nextOfFile();
		if (!next) return undefined;
		const { json, ...row } = next;
		const known: KnownRow<Known> = { row, index: this.index++, known: {} };
		const read = readOne((cells, index) => this.readRow(cells, index, known.known), json, known.index);
		return { known, read };
	}

	private async nextOfFile(): Promise<FileRow | undefined> {
		if (this.brokenBy !== undefined) return undefined;
		try {
			return await this.reader.next();
		} catch (error) {
			this.brokenBy = error;
			return undefined;
		}
	}
}

import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { byteOrderMark, csvLine, type Cell } from './csvText';
import { PieceQueue } from './pieceQueue';

/** Text is handed on in pieces of about so many characters. */
const pieceCharacters = 64 * 1024;

type Content = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];
type Store = (content: Content) => Promise<IBinaryData>;

/** Nobody may import Node's streams here, and n8n's file system asks for no more of one than that it can be gone through. */
const streamSchema = z.custom<Content>(
	(value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
);

/** What a result file is called, and how it is stored. */
export interface ResultFileOptions {
	/** With its extension: results.csv. */
	fileName: string;
	titles: readonly string[];
	/** Whether n8n stores files on its disk: then the file is written as it comes, otherwise kept in memory until its end. */
	isStreamed: boolean;
}

/** A CSV file that is being written. Ends with `close` or `abandon`: without one of them half a file may stay on the disk. */
export interface ResultFile {
	/** Adds a row. Never waits and never throws: what the disk is behind with is kept in memory. */
	write(cells: readonly Cell[]): void;
	/** Waits until the disk has caught up, as far as the file is written to one while it grows. Never throws. */
	drained(): Promise<void>;
	/** Ends the file. To be called once. @throws what n8n's storage threw, also while rows were written */
	close(): Promise<IBinaryData>;
	/** Gives the file up, so that nothing of it stays behind. Never throws; after `close` it does nothing. */
	abandon(): Promise<void>;
}

/** Begins a CSV file in n8n's storage with a row of titles. */
export function openResultFile(
	context: IExecuteFunctions,
	{ fileName, titles, isStreamed }: ResultFileOptions,
): ResultFile {
	const store: Store = async (content) =>
		await context.helpers.prepareBinaryData(content, fileName, 'text/csv');
	return new CsvFile(store, titles, isStreamed);
}

class CsvFile implements ResultFile {
	private text: string;
	private readonly pieces = new PieceQueue();
	/** The file while it is stored as a stream; undefined when n8n's storage takes no stream of this kind. */
	private readonly streamed: Promise<IBinaryData | undefined>;

	constructor(
		private readonly store: Store,
		titles: readonly string[],
		isStreamed: boolean,
	) {
		this.text = byteOrderMark + csvLine(titles);
		this.streamed = isStreamed ? this.storeStream() : Promise.resolve(undefined);
		// Whoever closes the file is told; until then nobody waits for it, and Node would end the process.
		this.streamed.catch(() => {});
	}

	write(cells: readonly Cell[]): void {
		if (this.pieces.isDiscarded) return;
		this.text += csvLine(cells);
		if (this.text.length >= pieceCharacters) this.handOn();
	}

	async drained(): Promise<void> {
		await this.pieces.drained();
	}

	async close(): Promise<IBinaryData> {
		this.handOn();
		this.pieces.end();
		return (await this.streamed) ?? (await this.store(this.pieces.takeAll()));
	}

	async abandon(): Promise<void> {
		this.pieces.discard(new Error('The file was given up'));
		await this.streamed.catch(() => {});
	}

	private handOn(): void {
		this.pieces.push(Buffer.from(this.text));
		this.text = '';
	}

	private storeStream(): Promise<IBinaryData | undefined> {
		const stored = this.store(streamSchema.parse(this.pieces.stream()));
		return stored.catch((error: unknown) => {
			// Storage in memory, a database or a cloud wants a stream of Node's own, and fails at its first method.
			if (error instanceof TypeError && !this.pieces.isRead) return undefined;
			this.pieces.discard(new Error('The storage failed'));
			return stored;
		});
	}
}

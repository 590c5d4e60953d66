import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { ReadRow, RowResult } from '../../bulk/rows';
import { readable } from './readable';
import { readRemainingRows, readRows } from './readRows';
import type { Identifier, LoadedItem } from './loadOperation';

/** Reads one input item, and fills in what the person knows it by. @throws InputProblem for what makes it impossible */
type ReadKnown<Payload, Known extends object> = (
	json: IDataObject,
	itemIndex: number,
	known: Partial<Known>,
) => ReadRow<Payload>;

/** The input items as the rows of a load, with what the person knows each by, whatever becomes of it. */
export class KnownRows<Payload, Known extends object> {
	/** By the index of the item, of those that were read. */
	readonly known = new Map<number, Partial<Known>>();
	private readonly fillIn: KnownFiller<Known>;

	constructor(
		private readonly context: IExecuteFunctions,
		identify: (context: IExecuteFunctions) => Identifier<Known>,
		private readonly readRow: ReadKnown<Payload, Known>,
	) {
		this.fillIn = knownFiller(context, identify);
	}

	/** The rows, lazily and in order. */
	rows(): AsyncGenerator<ReadRow<Payload>> {
		return readRows(this.context.getInputData(), (json, itemIndex) => this.read(json, itemIndex));
	}

	/** Reads the rows that the load has not come to, only for what the person knows them by. */
	async readRemaining(): Promise<void> {
		await readRemainingRows(
			this.context.getInputData(),
			(itemIndex) => this.known.has(itemIndex),
			(json, itemIndex) => this.read(json, itemIndex),
		);
	}

	/** @param results of all items, in their order */
	entriesOf(results: readonly RowResult[]): Array<LoadedItem<Known>> {
		return results.map((result, itemIndex) => ({
			itemIndex,
			result,
			known: this.known.get(itemIndex) ?? {},
		}));
	}

	private read(json: IDataObject, itemIndex: number): ReadRow<Payload> {
		const ofRow: Partial<Known> = {};
		this.known.set(itemIndex, ofRow);
		let isRead = false;
		try {
			const row = this.readRow(json, itemIndex, ofRow);
			isRead = true;
			return row;
		} finally {
			// What was thrown makes a refused row of it.
			if (!isRead) this.fillIn(json, itemIndex, ofRow);
		}
	}
}

type KnownFiller<Known extends object> = (
	json: IDataObject,
	itemIndex: number,
	known: Partial<Known>,
) => void;

/** @returns a function that fills in what is not known of a row yet, as far as it can be read; it does not throw */
export function knownFiller<Known extends object>(
	context: IExecuteFunctions,
	identify: (context: IExecuteFunctions) => Identifier<Known>,
): KnownFiller<Known> {
	let parts: Identifier<Known> | undefined;
	return (json, itemIndex, known) => {
		parts ??= readable(() => identify(context));
		for (const part in parts) known[part] ??= readable(() => parts?.[part](json, itemIndex));
	};
}

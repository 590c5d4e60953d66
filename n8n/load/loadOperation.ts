import type { IDataObject, IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import type { BatchService } from '../../bulk/batchService';
import type { Client } from '../../bulk/request/send';
import type { ReadRow, RowResult } from '../../bulk/rows';
import type { FormColumns } from '../form/columns/formColumns';
import type { StatusLabel } from '../form/outputField';
import type { LoadColumns } from './columnUse';
import type { LoadMessages } from './failure';
import type { ItemResult } from './outputs';
import type { TrialTraits } from './trial/trialTraits';

/** What became of an input item, with what the person knows it by. */
export interface LoadedItem<Known extends object> extends ItemResult {
	known: Partial<Known>;
}

/** An operation that loads all input items at once. */
export interface LoadOperation<Payload, Known extends object> {
	/** The service's name, as people write it. */
	service: string;
	/** In the order in which they are shown, counted and branched; `failed` among them. */
	statuses: readonly StatusLabel[];
	/** The key under which a result stands beside the input's columns, if the form offers to include those. */
	besideInput?: string;
	/** What is worth a word after the run, besides its sum. */
	hintFor?(entries: ReadonlyArray<LoadedItem<Known>>): NodeExecutionHint | undefined;
	/** A result as it leaves the node; an `error_message` in it explains a failed row. */
	toJson(item: LoadedItem<Known>): IDataObject;
	/**
	 * Reads what a person knows a row by, each part by itself, for rows that could not be read as a whole.
	 *
	 * @returns readers of one row, by what they read; what one throws is passed over
	 */
	identify(context: IExecuteFunctions): Identifier<Known>;
	/**
	 * Reads the form.
	 *
	 * @throws InputProblem, or an error of n8n's own, for what makes the whole run impossible
	 */
	prepare(context: IExecuteFunctions): PreparedLoad<Payload, Known>;
}

/** Readers of what a person knows a row by. */
export type Identifier<Known extends object> = {
	[Part in keyof Known]: (json: IDataObject, itemIndex: number) => Known[Part] | undefined;
};

/** A load that can begin. */
export interface PreparedLoad<Payload, Known extends object> {
	/** The form, for a word about columns that made the run slow. */
	formColumns: FormColumns;
	/** What it takes out of the columns of its rows, if anybody is to hear of it. */
	columns?: LoadColumns;
	/** What a trial has to know of it, if the form offers one. */
	trial?: TrialTraits<Payload>;
	/**
	 * Opens the way to the service. Not called for a trial that sends nothing.
	 *
	 * @throws InputProblem, or an error of n8n's own, when the credential cannot be used
	 */
	open(): Promise<OpenedLoad<Known>>;
	/** Rows per request. */
	batchSize: number;
	service: BatchService<Payload>;
	messages: LoadMessages;
	/**
	 * Reads one input item.
	 *
	 * @param known filled with what the person knows the row by, as soon as that is read
	 * @throws InputProblem for what makes this row impossible
	 */
	readRow(json: IDataObject, itemIndex: number, known: Partial<Known>): ReadRow<Payload>;
}

/** The way of a load to its service. */
export interface OpenedLoad<Known extends object> {
	client: Client;
	/** What is done with the results before they are handed on, such as putting stored contacts into an audience. */
	andThen?(results: RowResult[], known: ReadonlyMap<number, Partial<Known>>): Promise<RowResult[]>;
}

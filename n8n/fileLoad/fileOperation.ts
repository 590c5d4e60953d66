import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { BatchService } from '../../bulk/batchService';
import type { Client } from '../../bulk/request/send';
import type { ReadRow } from '../../bulk/rows';
import type { CountryCodes } from '../form/countryCodes';
import type { ColumnTitles } from '../form/columns/columnTitles';
import type { FieldReader } from '../form/columns/fieldsByTitle';
import type { TableColumns } from '../form/columns/tableColumns';
import type { StatusLabel } from '../form/outputField';
import type { LoadColumns } from '../load/columnUse';
import type { LoadMessages } from '../load/failure';
import type { LoadedItem } from '../load/loadOperation';
import type { TrialTraits } from '../load/trial/trialTraits';
import type { SecondStep } from './secondLoad';

/** An operation that loads files. */
export interface FileOperation<Payload, Known extends object> {
	/** The service's name, as people write it. */
	service: string;
	/** What the operation is called in the form that does the same with items. */
	forItems: string;
	/** In the order in which they are counted; `failed` among them. */
	statuses: readonly StatusLabel[];
	/** The keys of `toJson` that become columns of the file of results. */
	resultColumns: readonly string[];
	/** The same for a trial that sends nothing, whose results hold what would be sent. */
	checkColumns: readonly string[];
	toJson(row: LoadedItem<Known>): IDataObject;
	contact: {
		/** The fields that columns can fill, as the form calls them. */
		labels: Readonly<Record<string, string>>;
		/** The one that holds the phone number. */
		phoneField: string;
		/** The titles by which columns are found. */
		titles(): ColumnTitles<string>;
	};
	/**
	 * Reads the form for one file. All rows have to be of one group.
	 *
	 * @throws InputProblem, or an error of n8n's own, for what makes the load of this file impossible
	 */
	prepare(context: IExecuteFunctions, file: FileToLoad): Promise<PreparedFileLoad<Payload, Known>>;
}

/** A file whose columns are known. */
export interface FileToLoad {
	/** The input item that it belongs to. */
	itemIndex: number;
	columns: TableColumns;
	fields: FieldReader;
}

/** The load of a file that can begin. */
export interface PreparedFileLoad<Payload, Known extends object> {
	/** What it takes out of the columns of the file. */
	columns: LoadColumns;
	/** What a trial has to know of it. */
	trial: TrialTraits<Payload>;
	/**
	 * Opens the way to the service. Not called for a trial that sends nothing.
	 *
	 * @throws InputProblem, or an error of n8n's own, when the credential cannot be used
	 */
	open(): Promise<OpenedFileLoad>;
	/** Rows per request. */
	batchSize: number;
	service: BatchService<Payload>;
	messages: LoadMessages;
	/** What the Default Country makes of the rows, counted while they are read. */
	countryCodes: CountryCodes;
	/**
	 * Reads one row.
	 *
	 * @param index of the row among those of the file, from 0
	 * @param known filled with what the person knows the row by, as soon as that is read
	 * @throws InputProblem for what makes this row impossible
	 */
	readRow(json: IDataObject, index: number, known: Partial<Known>): ReadRow<Payload>;
}

/** The way of a load to its service. */
export interface OpenedFileLoad {
	client: Client;
	/** What is done with the rows that come well out of the load, while it goes on. */
	second?: SecondStep<string>;
}

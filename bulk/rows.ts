/** What is wrong with a row, or came of it, in words for the person at the canvas. */
export interface RowProblem {
	code: string;
	message: string;
	/** The field of the row that is at fault, by the service's name for it. */
	field?: string;
}

/** A row on its way to the service. */
export interface BulkRow<Payload> {
	/** The input item it came from. */
	itemIndex: number;
	/** Rows of one group may share a request: the same campaign and the same duplicate policy, for instance. */
	group: string;
	/** Rows with one key concern one contact, whatever their group: they reach the service in their order. */
	orderKey?: string;
	payload: Payload;
}

/** A row that is not sent, because it is known beforehand that it cannot be right. */
export interface RefusedRow {
	itemIndex: number;
	refused: RowProblem & { contact?: string };
}

/** A row that the person does not want to be sent. */
export interface SuppressedRow {
	itemIndex: number;
	suppressed: true;
}

/** A row that could be sent, and is not, because only the first rows are. */
export interface HeldBackRow {
	itemIndex: number;
	heldBack: true;
}

/** Tells that the rows up to this one have been read, where none of them has to be sent for long. */
export interface ReadUpTo {
	readUpTo: number;
}

/** A row as it was read. */
export type ReadRow<Payload> = BulkRow<Payload> | RefusedRow | SuppressedRow | HeldBackRow;

/** What became of a row. */
export interface RowResult {
	/** The service's word for it, `failed`, or `suppressed`; in a trial also `ready` or `not_sent`. */
	status: string;
	id?: string;
	contact?: string;
	problem?: RowProblem;
	/** In a trial that sends nothing: what the request would hold of the row, under the service's names. */
	wouldSend?: unknown;
	/** The service says that the trouble was its own, so that the row is worth a second try. */
	isTransient?: boolean;
}

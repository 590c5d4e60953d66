import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { realClock } from '../bulk/clock';
import type { BulkRow, RefusedRow } from '../bulk/rows';
import { InputProblem, UnreadableRow } from './inputProblem';

/** Reading rows is work without a pause; after so long (ms) requests and answers, and n8n itself, get their turn. */
const longestWork = 20;

/**
 * Turns input items into the rows of requests, lazily and in order.
 *
 * @param refuseOnly whether a row that the form makes impossible is refused by itself (On Error: Continue), or ends
 * the run with an UnreadableRow
 * @param read one item; throws InputProblem for what the form makes impossible
 */
export async function* readRows<Payload>(
	context: IExecuteFunctions,
	refuseOnly: boolean,
	read: (json: IDataObject, itemIndex: number) => BulkRow<Payload> | RefusedRow,
): AsyncGenerator<BulkRow<Payload> | RefusedRow> {
	let workSince = realClock.now();
	for (const [itemIndex, { json }] of context.getInputData().entries()) {
		if (realClock.now() - workSince > longestWork) {
			await realClock.sleep(0);
			workSince = realClock.now();
		}
		const row = readOne(read, json, itemIndex);
		if (!(row instanceof InputProblem)) yield row;
		else if (refuseOnly) yield { itemIndex, refused: asRefusal(row) };
		else throw new UnreadableRow(itemIndex, row);
	}
}

function readOne<Row>(
	read: (json: IDataObject, itemIndex: number) => Row,
	json: IDataObject,
	itemIndex: number,
) {
	try {
		return read(json, itemIndex);
	} catch (error) {
		return asProblem(error);
	}
}

function asProblem(error: unknown): InputProblem {
	if (error instanceof InputProblem) return error;
	const message = error instanceof Error ? error.message : 'A field could not be read.';
	return new InputProblem(
		'EXPRESSION_FAILED',
		`A field of this row could not be read: ${message}`,
		'Correct the expression in the field.',
	);
}

function asRefusal({ code, message, advice }: InputProblem) {
	return { code, message: `${message} ${advice}` };
}

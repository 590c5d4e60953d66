import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { ZodError } from 'zod';
import { realClock } from '../../bulk/clock';
import type { ReadRow } from '../../bulk/rows';
import { problemOf, sentence } from '../formError';
import { InputProblem } from '../inputProblem';

/** Reading rows is work without a pause; after so long (ms) requests and answers, and n8n itself, get their turn. */
const maxWorkMs = 10;

type Read<Payload> = (json: IDataObject, itemIndex: number) => ReadRow<Payload>;

/**
 * Turns input items into the rows of requests, lazily and in order.
 *
 * @param read one item; throws InputProblem for what makes it impossible, which refuses that row and no other
 */
export async function* readRows<Payload>(
	items: readonly INodeExecutionData[],
	read: Read<Payload>,
): AsyncGenerator<ReadRow<Payload>> {
	const pause = pauses();
	for (const [itemIndex, { json }] of items.entries()) {
		await pause();
		yield readOne(read, json, itemIndex);
	}
}

/**
 * Reads the rows that a load has not come to, only to know what the person knows them by: a row that was not sent is
 * told as well as any other.
 *
 * @param isKnown whether the row has been read already
 */
export async function readRemainingRows(
	items: readonly INodeExecutionData[],
	isKnown: (itemIndex: number) => boolean,
	read: Read<unknown>,
): Promise<void> {
	const pause = pauses();
	for (const [itemIndex, { json }] of items.entries()) {
		if (isKnown(itemIndex)) continue;
		await pause();
		readOne(read, json, itemIndex);
	}
}

/** @returns a function to be called before each row, which now and then lets others work */
export function pauses(): () => Promise<void> {
	let workSince = realClock.now();
	return async () => {
		if (realClock.now() - workSince <= maxWorkMs) return;
		await realClock.sleep(0);
		workSince = realClock.now();
	};
}

export function readOne<Payload>(
	read: Read<Payload>,
	json: IDataObject,
	itemIndex: number,
): ReadRow<Payload> {
	try {
		return read(json, itemIndex);
	} catch (error) {
		const { code, message, advice } = asProblem(error);
		return { itemIndex, refused: { code, message: `${message} ${advice}` } };
	}
}

function asProblem(error: unknown): InputProblem {
	if (error instanceof InputProblem || error instanceof ZodError) return problemOf(error);
	const message = error instanceof Error ? error.message : String(error);
	return new InputProblem(
		'EXPRESSION_FAILED',
		sentence(`A field of this row could not be read: ${message}`),
		'Correct the expression in the field.',
	);
}

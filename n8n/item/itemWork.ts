import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import type { Failure } from '../../bulk/request/failure';
import type { Ask } from '../client/ask';
import { send, type Client } from '../../bulk/request/send';
import type { Explanation } from '../messages';
import { problemOf } from '../formError';
import type { InputProblem } from '../inputProblem';
import type { ErrorMessage } from '../serviceError';

/** How a run does something once. */
export interface Once {
	/** What it does, and to what if that exists already; the same in every try. */
	what: string;
	/** Whether it is asked for again when an earlier try may have done it, or refused, because that could do it twice. */
	inDoubt: 'ask' | 'refuse';
	/** To whom or to what it is done, where `inDoubt` is `refuse`: tells the calls of an agent's tool apart. */
	toWhom?: string;
}

/** What an input item asks for, checked, and ready to be carried out. */
export interface ItemWork {
	/** @returns what comes out for the item, one JSON object per output item */
	carryOut(ask: Ask): Promise<IDataObject[]>;
	/** The file of the one output item, once it was carried out. */
	binary?(): IBinaryKeyData | undefined;
	/** For what a run does once, however often it is tried; left out for what may be done any number of times. */
	once?: Once;
	/** Told when it failed, and may have been done all the same. */
	noteDoubt?(failure: Failure): void;
	explain(failure: Failure): Explanation & Pick<ErrorMessage, 'details'>;
}

/** Carries a final failure out of the work of an item, whatever that was doing. */
class FailedRequest extends Error {
	constructor(
		readonly failure: Failure,
		/** Whether the request was to change something. */
		readonly changes: boolean,
	) {
		super(failure.kind);
	}
}

/**
 * Carries out the work of an item.
 *
 * @returns its results; or the request that finally failed; or why it was not even asked for, or its answer could not
 * be used
 */
export async function carryOutItem(
	work: ItemWork,
	client: Client,
): Promise<{ results: IDataObject[] } | InputProblem | FailedRequest> {
	let mayHaveChanged = false;
	const ask: Ask = async (request) => {
		const changes = request.method !== 'GET';
		const outcome = await send(request, client);
		mayHaveChanged ||= changes && (outcome.ok || outcome.failure.mayHaveBeenApplied);
		if (outcome.ok) return outcome.response;
		throw new FailedRequest(outcome.failure, changes);
	};
	try {
		return { results: await work.carryOut(ask) };
	} catch (error) {
		if (!(error instanceof FailedRequest)) return problemOf(error);
		if (mayHaveChanged) work.noteDoubt?.(error.failure);
		return error;
	}
}

/** What was thrown, as an Error. */
export function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}

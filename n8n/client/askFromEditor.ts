import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import type { Failure } from '../../bulk/request/failure';
import { send, type Client } from '../../bulk/request/send';
import { toFormError } from '../formError';
import type { Ask } from './ask';
import type { Explanation } from '../messages';
import type { ClientOptions } from './prepareClient';

/** A person waits for the list, so it fails soon. */
const editorOptions: ClientOptions = { maxRetries: 1, timeout: 15, maxTotalWaitSeconds: 15 };

/** For what a list can do without: asked for once, and not waited for. */
export const onceOnly: ClientOptions = { maxRetries: 0, timeout: 5, maxTotalWaitSeconds: 0 };

/**
 * Opens a service's client for a list in the editor.
 *
 * @returns a function that sends a request, and throws NodeOperationError with words for the person when it failed
 * @throws NodeOperationError when the credential cannot be used
 */
export async function askFromEditor(
	context: ILoadOptionsFunctions,
	openClient: (context: ILoadOptionsFunctions, options: ClientOptions) => Promise<Client>,
	explain: (failure: Failure) => Explanation,
	options: ClientOptions = editorOptions,
): Promise<Ask> {
	try {
		const client = await openClient(context, options);
		return async (request) => {
			const outcome = await send(request, client);
			if (outcome.ok) return outcome.response;
			const { message, advice } = explain(outcome.failure);
			throw new NodeOperationError(context.getNode(), message, { description: advice });
		};
	} catch (error) {
		throw toFormError(context, error);
	}
}

import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { send } from '../../bulk/send';
import { editorOptions } from '../../n8n/channel';
import type { Ask } from '../../n8n/itemWork';
import { openChannel } from './channel';
import { explainFailure } from './explain';

/**
 * Opens the way to Altur for a list in the editor, where a person waits.
 *
 * @returns a function that sends a request, and throws NodeOperationError with words for the person when it failed
 * @throws NodeOperationError when the credential cannot be used
 */
export async function askFromEditor(context: ILoadOptionsFunctions): Promise<Ask> {
	const channel = await openChannel(context, editorOptions);
	return async (request) => {
		const outcome = await send(request, channel);
		if (outcome.ok) return outcome.answer;
		const { message, advice } = explainFailure(outcome.failure);
		throw new NodeOperationError(context.getNode(), message, { description: advice });
	};
}

import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { problemOf } from '../../../n8n/formError';
import { InputProblem } from '../../../n8n/inputProblem';
import { isOn, readFields, readList } from '../readValue';
import { noSecret, readSecret } from './secret';

/**
 * Checks, when a workflow is published or the editor begins to listen, that the trigger can tell Altur from a stranger.
 * Nothing is asked of Altur: it has no API for webhooks, the address is entered in its dashboard.
 *
 * @throws NodeOperationError that says what is missing; n8n then does not start the trigger
 */
export async function checkTrigger(context: IHookFunctions): Promise<boolean> {
	try {
		if (!readList(context.getNodeParameter('events'))) throw noEvents;
		const secret = readSecret(await context.getCredentials('alturApi'));
		const options = readFields(context.getNodeParameter('options', {}));
		if (isOn(options.acceptUnsigned)) {
			context.logger.warn(
				`${context.getNode().name} accepts calls that nobody signed. Use that for trials only.`,
			);
		} else if (secret === undefined) throw noSecret;
	} catch (error) {
		const { message, advice } = problemOf(error);
		throw new NodeOperationError(context.getNode(), message, { description: advice });
	}
	return true;
}

const noEvents = new InputProblem(
	'NO_EVENTS',
	'No event is chosen.',
	'Choose in Events what is to start the workflow.',
);

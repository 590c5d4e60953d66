import type { LoadMessages } from '../../../../../n8n/load/failure';
import { explainFailure } from '../errors';

/**
 * @param participle what becomes of a contact: 'stored', 'deleted', 'added to the audience'
 * @param onRetry what comes of running the node again, a sentence
 */
export function contactMessages(participle: string, onRetry: string): LoadMessages {
	return {
		service: 'OliAI',
		noun: 'contact',
		participle,
		onRetry,
		explain: ({ failure, group }) =>
			explainFailure(failure, { audienceId: group === '' ? undefined : group, onRetry }),
	};
}

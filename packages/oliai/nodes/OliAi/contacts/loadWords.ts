import type { LoadWords } from '../../../../../n8n/loadFailure';
import { explainFailure } from '../explain';

/** @param participle what becomes of a contact: 'stored', 'deleted', 'added to the audience' */
export function contactWords(participle: string): LoadWords {
	return {
		service: 'OliAI',
		noun: 'contact',
		participle,
		onRetry: 'Running it again is safe: OliAI keeps one contact per phone number.',
		explain: ({ failure, group }) =>
			explainFailure(failure, { audienceId: group === '' ? undefined : group }),
	};
}

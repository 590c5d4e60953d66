import type { LoadWords } from '../../../../../n8n/loadFailure';
import { explainFailure } from '../explain';

/** @param participle what becomes of a contact: 'added', 'removed' */
export function contactWords(participle: string): LoadWords {
	return {
		service: 'Octopush',
		noun: 'contact',
		participle,
		onRetry: 'Running it again is safe: Octopush keeps one contact per phone number.',
		explain: ({ failure }) => explainFailure(failure),
	};
}

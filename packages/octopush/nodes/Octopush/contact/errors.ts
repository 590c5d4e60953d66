import type { LoadWords } from '../../../../../n8n/load/failure';
import { explainFailure, harmless, keepsOne } from '../errors';

/** @param participle what becomes of a contact */
export function contactWords(participle: 'added' | 'removed'): LoadWords {
	const onRetry = participle === 'added' ? keepsOne : harmless;
	return {
		service: 'Octopush',
		noun: 'contact',
		participle,
		onRetry,
		explain: ({ failure }) => explainFailure(failure, onRetry),
	};
}

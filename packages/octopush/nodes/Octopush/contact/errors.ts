import type { LoadMessages } from '../../../../../n8n/load/failure';
import { explainFailure, harmless, keepsOne } from '../errors';

/** @param participle what becomes of a contact */
export function contactMessages(participle: 'added' | 'removed'): LoadMessages {
	const onRetry = participle === 'added' ? keepsOne : harmless;
	return {
		service: 'Octopush',
		noun: 'contact',
		participle,
		onRetry,
		explain: ({ failure }) => explainFailure(failure, onRetry),
	};
}

import type { LoadMessages } from '../../../../../n8n/load/failure';
import { retryIsHarmless } from '../../../../../n8n/messages';
import { explainFailure, keepsOne } from '../errors';

/** @param participle what becomes of a contact */
export function contactMessages(participle: 'added' | 'removed'): LoadMessages {
	const onRetry = participle === 'added' ? keepsOne : retryIsHarmless;
	return {
		service: 'Octopush',
		noun: 'contact',
		participle,
		onRetry,
		explain: ({ failure }) => explainFailure(failure, onRetry),
	};
}

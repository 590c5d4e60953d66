import type { LoadWords } from '../../../n8n/loadFailure';
import { readRefusal } from '../errorBody';
import { explainFailure, retryIsSafe } from '../explain';
import type { Targets } from './rows';

/** What n8n's error says when contacts could not be added. */
export function addWords(targets: Targets): LoadWords {
	return {
		service: 'Altur',
		noun: 'contact',
		participle: 'added',
		onRetry: retryIsSafe,
		explain: ({ failure, group }) => explainFailure(failure, { campaignId: targets.get(group)?.campaignId }),
		details: ({ failure }) => ({ field: readRefusal(failure.body).field }),
	};
}

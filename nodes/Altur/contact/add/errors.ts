import type { LoadMessages } from '../../../../n8n/load/failure';
import { readRefusal } from '../../refusal';
import { explainFailure, retryIsSafe } from '../../errors';
import type { Targets } from './rows';

/** What n8n's error says when contacts could not be added. */
export function addMessages(targets: Targets): LoadMessages {
	return {
		service: 'Altur',
		noun: 'contact',
		participle: 'added',
		onRetry: retryIsSafe,
		explain: ({ failure, group }) => explainFailure(failure, { campaignId: targets.get(group)?.campaignId }),
		details: ({ failure }) => ({ field: readRefusal(failure.body).field }),
	};
}

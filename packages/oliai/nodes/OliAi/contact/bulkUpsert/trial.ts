import type { TrialTraits } from '../../../../../../n8n/load/trial/trialTraits';
import { bulkLimit } from '../../client';
import type { BulkContact } from '../schema';
import type { UpsertForm } from './form';

/** What a trial of "Create or Update in Bulk" looks at: a contact is one number. */
export function upsertTrial({ fields, metadata, audience, options }: UpsertForm): TrialTraits<BulkContact> {
	return {
		identify: ({ payload }) => ({ number: payload.phoneNumber }),
		fields,
		takesOtherColumns: metadata.mode === 'otherColumns',
		pace: { ...bulkLimit, requests: options.requestsPerMinute ?? bulkLimit.requests },
		besides: audience && 'The requests that put the contacts into their audience are not counted.',
	};
}

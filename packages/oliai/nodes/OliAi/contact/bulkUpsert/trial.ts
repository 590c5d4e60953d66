import type { TrialTraits } from '../../../../../../n8n/load/trial/trialTraits';
import { bulkLimit } from '../../client';
import type { BulkContact } from '../schema';
import type { ContactForm, UpsertForm } from './form';

/** What a trial looks at: a contact is one number. */
export function upsertTrial(
	{ audience }: ContactForm,
	{ requestsPerMinute = bulkLimit.requests }: UpsertForm['options'],
): TrialTraits<BulkContact> {
	return {
		identify: ({ payload }) => ({ number: payload.phoneNumber }),
		pace: { ...bulkLimit, requests: requestsPerMinute },
		besides: audience && 'The requests that put the contacts into their audience are not counted.',
	};
}

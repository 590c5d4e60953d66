import { columnsOf } from '../../../../../../n8n/form/keyValues';
import type { TrialTraits } from '../../../../../../n8n/load/trial/trialTraits';
import { bulkLimit } from '../../client';
import type { BulkContact } from '../schema';
import type { ContactForm, UpsertForm } from './form';

/** What a trial looks at: a contact is one number. */
export function upsertTrial(
	{ fields, metadata, audience }: ContactForm,
	{ requestsPerMinute = bulkLimit.requests }: UpsertForm['options'],
): TrialTraits<BulkContact> {
	return {
		identify: ({ payload }) => ({ number: payload.phoneNumber }),
		fields,
		takesOtherColumns: metadata.mode === 'otherColumns',
		usedBesides: columnsOf(metadata),
		pace: { ...bulkLimit, requests: requestsPerMinute },
		besides: audience && 'The requests that put the contacts into their audience are not counted.',
	};
}

import type { TrialTraits } from '../../../../n8n/load/trial/trialTraits';
import { alturLimit } from '../../client';
import type { Contact } from '../schema';
import type { AddForm, ContactForm } from './form';
import type { Targets } from './rows';

/** What a trial looks at: a contact is one number in one campaign. */
export function addTrial(
	{ fields }: ContactForm,
	targets: Targets,
	{ requestsPerSecond = alturLimit.requests }: AddForm['options'],
): TrialTraits<Contact> {
	return {
		identify: ({ group, payload }) => ({
			number: payload.contact,
			place: targets.get(group)?.campaignId,
			externalId: payload.f_id,
		}),
		externalId: fields.fills('f_id') ? 'External ID' : undefined,
		pace: { ...alturLimit, requests: requestsPerSecond },
	};
}

import type { TrialTraits } from '../../../../../../n8n/load/trial/trialTraits';
import { octopushLimit } from '../../client';
import type { Contact } from '../schema';
import type { AddForm } from './form';

/** What a trial of "Add" looks at: a contact is one number, and goes to one list with one tag. */
export function addTrial({ fields, options }: AddForm): TrialTraits<Contact> {
	return {
		identify: ({ group, payload }) => ({ number: payload.phone_number, place: group }),
		fields,
		takesOtherColumns: false,
		pace: { ...octopushLimit, requests: options.requestsPerSecond ?? octopushLimit.requests },
	};
}

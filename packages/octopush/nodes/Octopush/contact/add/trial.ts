import type { TrialTraits } from '../../../../../../n8n/load/trial/trialTraits';
import { octopushLimit } from '../../client';
import type { Contact } from '../schema';
import type { AddForm } from './form';

/** What a trial looks at: a contact is one number, and goes to one list with one tag. */
export function addTrial({
	requestsPerSecond = octopushLimit.requests,
}: AddForm['options']): TrialTraits<Contact> {
	return {
		identify: ({ group, payload }) => ({ number: payload.phone_number, place: group }),
		pace: { ...octopushLimit, requests: requestsPerSecond },
	};
}

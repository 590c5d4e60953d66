import type { TrialTraits } from '../../../../n8n/load/trial/trialTraits';
import { alturLimit } from '../../client';
import type { Contact } from '../schema';
import type { AddForm } from './form';
import type { Targets } from './rows';

/** What a trial of "Add to Campaign" looks at: a contact is one number in one campaign. */
export function addTrial(form: AddForm, targets: Targets): TrialTraits<Contact> {
	const { fields, extractedData, options } = form;
	return {
		identify: ({ group, payload }) => ({
			number: payload.contact,
			place: targets.get(group)?.campaignId,
			externalId: payload.f_id,
		}),
		fields,
		externalId: fields.fills('f_id') ? 'External ID' : undefined,
		takesOtherColumns: extractedData.mode === 'otherColumns',
		pace: { ...alturLimit, requests: options.requestsPerSecond ?? alturLimit.requests },
	};
}

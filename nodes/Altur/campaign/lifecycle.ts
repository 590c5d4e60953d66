import type { INodeProperties } from 'n8n-workflow';
import { checked } from '../../../n8n/form/checked';
import type { ServiceResponse } from '../../../bulk/request/request';
import { campaignResponse } from '../answers';
import { campaignIdSchema } from '../ids';
import { campaignPicker } from './picker';
import { readRefusal } from '../refusal';
import type { Operation } from '../operation';
import { perItem } from '../perItem';
import { campaignRequest, readCampaign } from './requests';
import { readId } from '../readValue';

const fields: INodeProperties[] = [campaignPicker];

/**
 * Makes an operation out of a lifecycle action: POST /campaigns/{id}/{action}, without a body.
 *
 * @param words how the operation is named; its stored value is Altur's name of the action
 * @param doneIn the status in which Altur refuses the action because it is done. Of the four, only activate is
 * refused when it is repeated (vendor page "Campaign lifecycle").
 */
export function lifecycleOperation(
	messages: Pick<Operation, 'name' | 'value' | 'action' | 'description'> & { participle: string },
	doneIn?: string,
): Operation {
	const isAlreadyApplied = ({ status, body }: ServiceResponse) =>
		status === 409 && doneIn !== undefined && readRefusal(body).currentStatus === doneIn;
	const { participle, ...names } = messages;
	return {
		...names,
		resource: 'campaign',
		fields,
		run: perItem((form) => {
			const campaignId = checked(campaignIdSchema, readId(form.value('campaignId')));
			return {
				subject: { campaignId, participle, isKeyless: true },
				once: { what: `${messages.value} ${campaignId}`, inDoubt: 'ask' },
				async carryOut(ask) {
					const path = `/campaigns/${campaignId}/${messages.value}`;
					const { body } = await ask(campaignRequest({ method: 'POST', path, isAlreadyApplied }));
					const response = campaignResponse.safeParse(body);
					return [response.success ? response.data.campaign : await readCampaign(ask, campaignId)];
				},
			};
		}),
	};
}

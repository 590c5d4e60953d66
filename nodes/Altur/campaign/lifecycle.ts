import type { INodeProperties } from 'n8n-workflow';
import { onlyWhenAsked } from '../../../n8n/agent/onlyWhenAsked';
import { checked } from '../../../n8n/form/checked';
import type { ServiceResponse } from '../../../bulk/request/request';
import { campaignRequest, campaignResponseSchema, readCampaign } from './requests';
import { campaignIdSchema } from '../ids';
import { campaignPicker } from './picker';
import { readRefusal } from '../refusal';
import { type Operation, perItem } from '../operation';
import { isOn, readId } from '../readValue';

const succeedIfActive: INodeProperties = {
	displayName: 'Succeed If Active Already',
	name: 'succeedIfActive',
	type: 'boolean',
	default: true,
	description:
		'Whether a campaign that is active already is output as one that was activated, so that a schedule can run again. Otherwise it is an error.',
};

/**
 * Makes an operation out of a lifecycle action: POST /campaigns/{id}/{action}, without a body.
 *
 * @param names how the operation is named; its stored value is Altur's name of the action
 * @param doneIn the status in which Altur refuses the action because it is done. Of the four, only activate is
 * refused when it is repeated (vendor page "Campaign lifecycle").
 */
function lifecycleOperation(
	names: Pick<Operation, 'name' | 'value' | 'action' | 'description' | 'forAgents'> & { participle: string },
	doneIn?: string,
): Operation {
	const isAlreadyApplied = ({ status, body }: ServiceResponse) =>
		status === 409 && doneIn !== undefined && readRefusal(body).currentStatus === doneIn;
	const { participle, ...shown } = names;
	return {
		...shown,
		resource: 'campaign',
		fields: doneIn === undefined ? [campaignPicker] : [campaignPicker, succeedIfActive],
		run: perItem((form) => {
			const campaignId = checked(campaignIdSchema, readId(form.value('campaignId')));
			const acceptsAlreadyApplied = doneIn !== undefined && isOn(form.value(succeedIfActive.name));
			return {
				subject: { campaignId, participle, isIdempotent: true },
				once: { what: `${names.value} ${campaignId}`, inDoubt: 'ask' },
				async carryOut(ask) {
					const path = `/campaigns/${campaignId}/${names.value}`;
					const request = campaignRequest({ method: 'POST', path, isAlreadyApplied });
					const { body } = await ask({ ...request, acceptsAlreadyApplied });
					const response = campaignResponseSchema.safeParse(body);
					return [response.success ? response.data.campaign : await readCampaign(ask, campaignId)];
				},
			};
		}),
	};
}

/** POST /campaigns/{id}/activate, one per input item. */
export const activateCampaign = lifecycleOperation(
	{
		name: 'Activate',
		value: 'activate',
		action: 'Activate campaign',
		description: 'Start a campaign that is pending, ready or in cooldown',
		forAgents: `Starts a campaign: Altur then calls or writes to all of its contacts, who are real people. ${onlyWhenAsked('this campaign to be started')}`,
		participle: 'activated',
	},
	'active',
);

/** POST /campaigns/{id}/pause, one per input item. */
export const pauseCampaign = lifecycleOperation({
	name: 'Pause',
	value: 'pause',
	action: 'Pause campaign',
	description: 'Stop a campaign that is active or in cooldown, until it is resumed',
	participle: 'paused',
});

/** POST /campaigns/{id}/resume, one per input item. */
export const resumeCampaign = lifecycleOperation({
	name: 'Resume',
	value: 'resume',
	action: 'Resume campaign',
	description: 'Go on with a campaign that was paused',
	forAgents: `Goes on with a campaign that was paused: Altur then calls or writes to its contacts again, who are real people. ${onlyWhenAsked('this campaign to be resumed')}`,
	participle: 'resumed',
});

/** POST /campaigns/{id}/archive, one per input item. */
export const archiveCampaign = lifecycleOperation({
	name: 'Archive',
	value: 'archive',
	action: 'Archive campaign',
	description: "Put a campaign away, whatever its status. Altur's API cannot bring it back.",
	forAgents: `Puts a campaign away, which cannot be undone. ${onlyWhenAsked('this campaign to be archived')}`,
	participle: 'archived',
});

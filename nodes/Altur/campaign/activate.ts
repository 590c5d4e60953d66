import { lifecycleOperation } from './lifecycle';

/** POST /campaigns/{id}/activate, one per input item. */
export const activateCampaign = lifecycleOperation(
	{
		name: 'Activate',
		value: 'activate',
		action: 'Activate campaign',
		description: 'Start a campaign that is pending, ready or in cooldown',
		participle: 'activated',
	},
	'active',
);

import { lifecycleOperation } from './lifecycle';

/** POST /campaigns/{id}/resume, one per input item. */
export const resumeCampaign = lifecycleOperation({
	name: 'Resume',
	value: 'resume',
	action: 'Resume campaign',
	description: 'Go on with a campaign that was paused',
	participle: 'resumed',
});

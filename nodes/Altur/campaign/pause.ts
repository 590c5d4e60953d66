import { lifecycleOperation } from './lifecycle';

/** POST /campaigns/{id}/pause, one per input item. */
export const pauseCampaign = lifecycleOperation({
	name: 'Pause',
	value: 'pause',
	action: 'Pause campaign',
	description: 'Stop a campaign that is active or in cooldown, until it is resumed',
	participle: 'paused',
});

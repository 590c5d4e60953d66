import { lifecycleOperation } from './lifecycle';

/** POST /campaigns/{id}/archive, one per input item. */
export const archiveCampaign = lifecycleOperation({
	name: 'Archive',
	value: 'archive',
	action: 'Archive campaign',
	description: "Put a campaign away, whatever its status. Altur's API cannot bring it back.",
	participle: 'archived',
});

import type { INodePropertyOptions } from 'n8n-workflow';

const statuses = ['active', 'cooldown', 'finished', 'inactive', 'pending', 'ready'];

/** Vendor page "Retrieve campaigns": the statuses by which the list can be filtered. */
export const campaignStatusOptions: INodePropertyOptions[] = statuses.map((value) => ({
	name: value.charAt(0).toUpperCase() + value.slice(1),
	value,
}));

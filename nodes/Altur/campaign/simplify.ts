import type { IDataObject } from 'n8n-workflow';
import { jsonObject } from '../../../n8n/responseSchemas';

/** The fields of a campaign of the list that most workflows need, flat. What Altur leaves out is left out. */
export function simplifyCampaign(campaign: IDataObject): IDataObject {
	const agent = jsonObject.safeParse(campaign.agent).data ?? {};
	const { id, name, status, archived, created_at, started_at, ended_at, timezone } = campaign;
	const wanted = {
		id,
		name,
		status,
		archived,
		created_at,
		started_at,
		ended_at,
		timezone,
		// Altur's specification has the first name, some renderings of its page the second.
		concurrency_limit: campaign.concurrency_limit ?? campaign.concurrency,
		agent_id: agent.id,
		agent_name: agent.name,
	};
	const simple: IDataObject = {};
	for (const [field, value] of Object.entries(wanted)) if (value !== undefined) simple[field] = value;
	return simple;
}

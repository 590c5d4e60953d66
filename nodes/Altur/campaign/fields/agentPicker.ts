import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { askFromEditor } from '../../client';
import { campaignPages, maxPageSize } from '../pages';
import { labels } from './labels';

/** Chooses the agent of a campaign: one that is seen in the campaigns that exist, or by its ID. */
export const agentPicker: INodeProperties = {
	displayName: labels.agentId,
	name: 'agentId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The agent that owns the campaign. The list shows the agents of your campaigns; for another one, choose By ID and paste the ID that Altur shows.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an agent...',
			typeOptions: { searchListMethod: 'searchAgents', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 6cy951e6-9877-4d7c-88d7-56b4948d3cce',
		},
	],
};

const withAgent = z.object({ agent: z.object({ id: z.string(), name: z.string().catch('') }) });

/** Pages of the list that are read for the agents in it. */
const maxPages = 10;

/**
 * Fills the list of agents in the editor. Altur has no list of them, so it is made of those that own a campaign.
 *
 * @param filter what the person typed; part of a name in any case, or of an ID
 */
export async function searchAgents(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const ask = await askFromEditor(this);
	const names = new Map<string, string>();
	let pages = 0;
	for await (const { campaigns } of campaignPages(ask, { pageSize: maxPageSize })) {
		for (const campaign of campaigns) {
			const read = withAgent.safeParse(campaign);
			if (read.success) names.set(read.data.agent.id, read.data.agent.name);
		}
		if (++pages >= maxPages) break;
	}
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = [...names]
		.map(([value, name]) => ({ name: name || value, value }))
		.filter(({ name, value }) => `${name}\n${value}`.toLowerCase().includes(wanted))
		.sort((a, b) => a.name.localeCompare(b.name));
	return { results };
}

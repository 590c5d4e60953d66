import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { askFromEditor } from '../../client';
import { campaignIdSchema } from '../../ids';
import { campaignPages } from '../pages';
import { readCampaign } from '../requests';
import { labels } from './labels';
import { readId } from '../../readValue';

/** Chooses the integration of a campaign: one that is seen in the agent's campaigns, or by its ID. */
export const integrationPicker: INodeProperties = {
	displayName: labels.integrationId,
	name: 'integrationId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The phone or WhatsApp line of the agent. The list shows those of its latest campaigns on this channel; for another one, choose By ID and paste the ID that Altur shows.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an integration...',
			typeOptions: { searchListMethod: 'searchIntegrations', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. iph_8YqL3mZxR1tV0nKfH9bA' },
	],
};

const listed = z.object({
	id: z.union([z.number(), z.string()]).transform(String).pipe(campaignIdSchema),
	name: z.string().catch(''),
});
const withIntegration = z.object({ integration: z.object({ id: z.string() }) });

/** Only the detail of a campaign names its integration, so the latest so many are looked at: two seconds. */
const maxCampaigns = 24;

/**
 * Fills the list of integrations in the editor. Altur has no list of them, so it is made of those that the latest
 * campaigns of the chosen agent and channel use.
 *
 * @param filter what the person typed; part of an ID or of the name of a campaign
 */
export async function searchIntegrations(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const ask = await askFromEditor(this);
	const agentId = chosen(this.getCurrentNodeParameter('agentId'));
	const integration = chosen(this.getCurrentNodeParameter('integrationType'));
	const query = { pageSize: maxCampaigns, ...(agentId && { agentId }), ...(integration && { integration }) };
	const campaigns: Array<z.infer<typeof listed>> = [];
	for await (const page of campaignPages(ask, query)) {
		campaigns.push(...page.campaigns.flatMap((campaign) => listed.safeParse(campaign).data ?? []));
		break;
	}
	const details = await Promise.all(campaigns.map(async ({ id }) => await readCampaign(ask, id)));
	const names = new Map<string, string>();
	for (const [index, detail] of details.entries()) {
		const id = withIntegration.safeParse(detail).data?.integration.id;
		if (id !== undefined && !names.has(id)) names.set(id, campaigns[index]?.name ?? '');
	}
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = [...names]
		.map(([value, usedBy]) => ({ name: `As in ${usedBy} (${value})`, value }))
		.filter(({ name }) => name.toLowerCase().includes(wanted));
	return { results };
}

/** What is chosen in the form; an expression has no value yet. */
function chosen(value: unknown): string | undefined {
	const id = readId(value);
	return id === undefined || id.startsWith('=') ? undefined : id;
}

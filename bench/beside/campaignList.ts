import { z } from 'zod';
import type { N8nClient } from '../../scripts/n8n/client';
import { addToCampaign } from '../addToCampaign';

const answer = z.object({ results: z.array(z.object({ name: z.string(), value: z.string() })).nonempty() });

/** Opens the list of campaigns of the node's form, as the editor does. @returns how many campaigns it shows */
export async function openCampaignList(client: N8nClient): Promise<number> {
	const { parameters, credentials, type, typeVersion } = addToCampaign(0);
	const { results } = await client.session.request(
		answer,
		'POST',
		'/rest/dynamic-node-parameters/resource-locator-results',
		{
			nodeTypeAndVersion: { name: type, version: typeVersion },
			path: 'parameters.campaignId',
			methodName: 'searchCampaigns',
			currentNodeParameters: parameters,
			credentials,
		},
	);
	return results.length;
}

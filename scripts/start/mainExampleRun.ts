import type { AlturSandbox } from '../../sandbox/altur/startAlturSandbox';
import { mainExample } from '../examples';
import type { N8nClient } from '../n8n/client';
import { compareCounts, expectedCounts, statusCounts } from '../statusCounts';

/** Contacts the campaign holds in the local Altur. */
function storedContacts(sandbox: AlturSandbox): number {
	const { campaigns } = sandbox.state();
	return campaigns.find(({ id }) => id === mainExample.campaignId)?.contactCount ?? 0;
}

/**
 * Runs the main example in a running n8n and compares with what is expected: the rows by status, and what the
 * campaign gained in the local Altur.
 * @throws Error with n8n's message when the workflow does not succeed
 */
export async function runMainExample(
	client: N8nClient,
	sandbox: AlturSandbox,
): Promise<{ table: string; differences: string[] }> {
	const before = storedContacts(sandbox);
	const { status, data } = await client.runWorkflow(mainExample.id, mainExample.trigger);
	if (status !== 'success') {
		throw new Error(
			`The main example ended with "${status}": ${data.resultData.error?.message ?? 'no reason given'}`,
		);
	}
	const expected = expectedCounts();
	const { table, differences } = compareCounts(
		{ ...statusCounts(data), 'contacts in the campaign': storedContacts(sandbox) - before },
		{ ...expected, 'contacts in the campaign': expected.created },
	);
	const requests = sandbox.requests.filter(({ route }) => route === 'POST /campaigns/:id/contacts').length;
	return { table: `${table}\n\n  Sent in ${requests} requests.`, differences };
}

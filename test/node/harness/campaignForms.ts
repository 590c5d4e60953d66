import type { NodeParameterValueType } from 'n8n-workflow';

type FormValues = Record<string, NodeParameterValueType>;

/** A resource locator of the form. */
export const byId = (value: string | number) => ({ __rl: true, mode: 'id', value: String(value) });

/** The vendor page's own IDs, but for a letter of the agent's that no UUID has. */
export const pageAgent = '6c4951e6-9877-4d7c-88d7-56b4948d3cce';
export const pagePhone = 'iph_8YqL3mZxR1tV0nKfH9bA';
export const pageWhatsApp = 'iwa_8YqL3mZxR1tV0nKfH9bA';

/** The form of "Create", with the least it needs for a phone campaign. */
export function createParameters(more: FormValues = {}): FormValues {
	return {
		resource: 'campaign',
		operation: 'create',
		integrationType: 'phone_call',
		name: 'Q2 Reactivation',
		agentId: byId(pageAgent),
		integrationId: byId(pagePhone),
		...more,
	};
}

/** The form of "Update" for a campaign, or for the one that each item names. */
export function updateParameters(campaignId: string | number, more: FormValues = {}): FormValues {
	return { resource: 'campaign', operation: 'update', campaignId: byId(campaignId), ...more };
}

/** The form of an operation that needs nothing but the campaign. */
export function campaignParameters(
	operation: string,
	campaignId: string | number,
	more: FormValues = {},
): FormValues {
	return { resource: 'campaign', operation, campaignId: byId(campaignId), ...more };
}

/** Items as a sheet or CRM gives them. */
export const rowsOf = (rows: Array<Record<string, NodeParameterValueType>>) =>
	rows.map((row) => ({ json: JSON.parse(JSON.stringify(row)) }));

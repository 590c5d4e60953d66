import { alturCredential } from './credentials';
import type { BenchNode } from './workflow';

/** The fields of a contact, and the columns of the sheet that hold them. */
export const contactColumns = { contact: 'Telefono', name: 'Nombre', context: 'Nota', f_id: 'Clave' };

/**
 * The node that is measured, as a person leaves it who maps four columns and touches nothing else.
 *
 * @param options of the form
 */
export function addToCampaign(campaignId: number, options: Record<string, unknown> = {}): BenchNode {
	return {
		name: 'Altur',
		type: 'n8n-nodes-altur.altur',
		typeVersion: 1,
		parameters: {
			resource: 'contact',
			operation: 'add',
			campaignId: { __rl: true, mode: 'id', value: String(campaignId) },
			columns: {
				mappingMode: 'defineBelow',
				value: Object.fromEntries(
					Object.entries(contactColumns).map(([field, column]) => [field, `={{ $json.${column} }}`]),
				),
				matchingColumns: [],
				schema: [],
			},
			options,
		},
		credentials: { alturApi: alturCredential },
	};
}

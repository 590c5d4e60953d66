import { headerCredential } from '../credentials';
import type { BenchNode } from '../workflow';

/** n8n's HTTP Request as its users set it up for Altur: the key in a header credential, 12 requests per 1000 ms. */
export function httpRequest(url: string, jsonBody: string): BenchNode {
	return {
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url,
			authentication: 'genericCredentialType',
			genericAuthType: 'httpHeaderAuth',
			sendBody: true,
			specifyBody: 'json',
			jsonBody,
			options: { batching: { batch: { batchSize: 12, batchInterval: 1000 } } },
		},
		credentials: { httpHeaderAuth: headerCredential },
	};
}

export const splitResults: BenchNode = {
	name: 'Split Out',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: 'results', options: {} },
};

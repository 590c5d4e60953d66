import { OliAiApi } from '../../credentials/OliAiApi.credentials';
import { credentialTest } from '../../../../n8n/client/credentialTest';
import { understands } from '../../../../n8n/responseSchemas';
import { oliAiCredential } from './client';
import { explainFailure, oliAiAnswers } from './errors';
import { pageSchema } from './pages';
import { kindOfRefusal } from './refusal';

/** Tests the credential of OliAI: GET /contacts, one of them. */
export const testCredential = credentialTest({
	rules: oliAiCredential,
	type: new OliAiApi(),
	request: {
		method: 'GET',
		path: '/contacts',
		query: { limit: 1 },
		retryable: true,
		understands: understands(pageSchema),
	},
	kindOf: kindOfRefusal,
	own: oliAiAnswers,
	explain(failure) {
		const explained = explainFailure(failure);
		switch (failure.kind) {
			case 'unauthorized':
				return {
					...explained,
					message: 'OliAI does not accept this key.',
					advice:
						'Paste a valid one from OliAI, Settings > API Keys, and check the Environment: keys of Production and QA differ.',
				};
			case 'forbidden':
				return {
					...explained,
					message: 'The key is valid, but may not read contacts.',
					advice: 'Use one with the rights for it.',
				};
			default:
				return explained;
		}
	},
});

import { AlturApi } from '../../credentials/AlturApi.credentials';
import { credentialTest } from '../../n8n/client/credentialTest';
import { understands } from '../../n8n/responseSchemas';
import { campaignPageSchema } from './campaign/pages';
import { alturCredential } from './client';
import { alturAnswers, explainFailure } from './errors';
import { kindOfRefusal } from './refusalKind';

/** Tests the credential of Altur: GET /campaigns, one of them. */
export const testCredential = credentialTest({
	rules: alturCredential,
	type: new AlturApi(),
	request: {
		method: 'GET',
		path: '/campaigns',
		query: { pageSize: 1 },
		retryable: true,
		understands: understands(campaignPageSchema),
	},
	kindOf: kindOfRefusal,
	own: alturAnswers,
	explain(failure) {
		const explained = explainFailure(failure, { isIdempotent: true });
		switch (failure.kind) {
			case 'unauthorized':
				return {
					...explained,
					message: 'Altur does not accept this key.',
					advice: 'Paste a valid one from Altur, Dashboard > API Keys.',
				};
			case 'forbidden':
				return {
					...explained,
					message: 'The key is valid, but may not read campaigns.',
					advice: 'Use one with the rights for it.',
				};
			default:
				return explained;
		}
	},
});

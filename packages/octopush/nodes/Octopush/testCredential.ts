import { OctopushApi } from '../../credentials/OctopushApi.credentials';
import { credentialTest } from '../../../../n8n/client/credentialTest';
import { understands } from '../../../../n8n/responseSchemas';
import { balanceSchema } from './account/getBalance';
import { octopushCredential } from './client';
import { explainFailure, octopushAnswers } from './errors';
import { kindOfRefusal, readRefusal } from './refusal';

/** Tests the credential of Octopush: GET /wallet/check-balance. */
export const testCredential = credentialTest({
	rules: octopushCredential,
	type: new OctopushApi(),
	request: {
		method: 'GET',
		path: '/wallet/check-balance',
		retryable: true,
		understands: understands(balanceSchema),
	},
	kindOf: kindOfRefusal,
	own: octopushAnswers,
	explain(failure) {
		const explained = explainFailure(failure);
		// Wrong login details are code 101; no page says under which status, and whether the code is always there.
		const isUnnamed =
			(failure.status === 400 || failure.status === 403) && readRefusal(failure.body).code === undefined;
		if (failure.kind !== 'unauthorized' && !isUnnamed) return explained;
		return {
			...explained,
			message: 'Octopush does not accept this login and key.',
			advice: 'Paste both from the API credentials of your Octopush account.',
		};
	},
});

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { InputProblem } from '../../../n8n/inputProblem';

/** Base64, padded or not. */
const base64 = /^[A-Za-z\d+/]+={0,2}$/;

/**
 * The secret that signs Altur's webhooks: base64, in the credential's Webhook Secret.
 *
 * @returns nothing when the credential has none
 * @throws InputProblem when what it holds cannot be one
 */
export function readSecret({ webhookSecret }: ICredentialDataDecryptedObject): string | undefined {
	const secret = typeof webhookSecret === 'string' ? webhookSecret.replace(/\s+/g, '') : '';
	if (secret === '') return undefined;
	if (base64.test(secret) && Buffer.from(secret, 'base64').length > 0) return secret;
	throw new InputProblem(
		'WEBHOOK_SECRET',
		'The Webhook Secret of the Altur credential is not as Altur gives it, which is in base64.',
		'Copy the whole secret of the webhook integration from Altur, and paste it into the credential.',
	);
}

/** What is to be done when a credential without a secret is used. */
export const noSecret = new InputProblem(
	'WEBHOOK_SECRET',
	'The Altur credential has no Webhook Secret, so nobody could tell Altur from a stranger who knows the address.',
	'Copy the secret of the webhook integration from Altur, and paste it into Webhook Secret of the credential. For a trial without one, add the option Accept Unsigned Calls.',
);

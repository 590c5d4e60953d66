import { createHash } from 'crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { InputProblem } from '../inputProblem';

/** The account behind a node's credential. */
export interface Account {
	/** A digest of address, login and key, which reveals none: all executions of an account share its pace. */
	identity: string;
	apiKey: string;
}

/** What has to be known of a service's credential. */
export interface CredentialRules {
	credentialName: string;
	/** The service's name, as people write it. */
	service: string;
	/** The fields that have to be filled, and what a person calls each; the key among them. */
	required: { apiKey: string } & Record<string, string>;
	/** What to do when one is empty, a sentence. */
	advice: string;
	/** The address that requests go to. @throws Error in the words of the form when it is refused */
	addressOf(credential: ICredentialDataDecryptedObject): string;
}

/**
 * Reads and checks a credential.
 *
 * @param credential its fields, decrypted
 * @throws InputProblem when a field is empty, UserError when the address is refused
 */
export function readAccount(
	credential: ICredentialDataDecryptedObject,
	{ service, required, advice, addressOf }: CredentialRules,
): Account {
	const filled = (field: string) => {
		const value = credential[field];
		return typeof value === 'string' ? value.trim() : '';
	};
	const missing = Object.keys(required).find((field) => filled(field) === '');
	if (missing !== undefined) {
		throw new InputProblem('NO_CREDENTIAL', `The ${service} credential has no ${required[missing]}.`, advice);
	}
	const parts = [addressOf(credential), ...Object.keys(required).map(filled)];
	const identity = createHash('sha256').update(parts.join(' ')).digest('hex');
	return { identity, apiKey: filled('apiKey') };
}

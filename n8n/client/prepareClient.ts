import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { maxTotalWaitMs } from '../../bulk/request/retryPolicy';
import type { Client } from '../../bulk/request/send';
import { createTransport } from './transport';
import { readAccount, type CredentialRules } from './credential';

export const defaultMaxRetries = 5;
export const defaultTimeoutSeconds = 60;

/** What the options of every operation say about its requests. */
export interface ClientOptions {
	maxRetries?: number;
	/** Seconds until a request is given up whose answer is not there as a whole. */
	timeout?: number;
	/** The longest that one request waits altogether between its attempts. */
	maxTotalWaitSeconds?: number;
}

/**
 * Prepares the client of a service for one execution, or for one list in the editor: all but the pace, which each
 * service knows itself.
 *
 * @returns the client without its lane, and the account's `identity`, by which executions share a pace
 * @throws InputProblem or UserError when the credential cannot be used
 */
export async function prepareClient(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	rules: CredentialRules,
	{ maxRetries = defaultMaxRetries, timeout = defaultTimeoutSeconds, maxTotalWaitSeconds }: ClientOptions,
): Promise<{ identity: string; client: Omit<Client, 'lane'> }> {
	const { identity, apiKey } = readAccount(await context.getCredentials(rules.credentialName), rules);
	return {
		identity,
		client: {
			transport: createTransport(context, rules.credentialName, timeout * 1000, apiKey),
			policy: {
				maxRetries,
				maxTotalWaitMs: maxTotalWaitSeconds === undefined ? maxTotalWaitMs : maxTotalWaitSeconds * 1000,
			},
			signal: 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined,
			counts: { requests: 0, throttled: 0, retried: 0 },
		},
	};
}

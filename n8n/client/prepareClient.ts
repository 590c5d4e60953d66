import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { maxTotalWait } from '../../bulk/request/retryPolicy';
import type { Channel } from '../../bulk/request/send';
import { createTransport } from './transport';
import { readAccount, type CredentialRules } from './credential';
import { defaultMaxRetries, defaultTimeout } from '../form/bulkOptions';

/** What the options of every operation say about its requests. */
export interface ChannelOptions {
	maxRetries?: number;
	/** Seconds until a request is given up whose answer is not there as a whole. */
	timeout?: number;
	/** The longest that one request waits altogether between its attempts, in seconds. */
	longestWait?: number;
}

/** For a list in the editor, where a person waits. */
export const editorOptions: ChannelOptions = { maxRetries: 1, timeout: 15, longestWait: 15 };

/**
 * Prepares the way to a service for one execution, or for one list in the editor: all but the pace, which each
 * service knows itself.
 *
 * @returns the channel without its lane, and the account's `identity`, by which executions share a pace
 * @throws InputProblem or UserError when the credential cannot be used
 */
export async function prepareChannel(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	rules: CredentialRules,
	{ maxRetries = defaultMaxRetries, timeout = defaultTimeout, longestWait }: ChannelOptions,
): Promise<{ identity: string; channel: Omit<Channel, 'lane'> }> {
	const { identity, apiKey } = await readAccount(context, rules);
	return {
		identity,
		channel: {
			transport: createTransport(context, rules.credentialName, timeout * 1000, apiKey),
			policy: { maxRetries, maxTotalWait: longestWait === undefined ? maxTotalWait : longestWait * 1000 },
			signal: 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined,
			counts: { requests: 0, throttled: 0, retried: 0 },
		},
	};
}

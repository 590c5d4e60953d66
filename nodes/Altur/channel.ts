import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { sharedPacer } from '../../bulk/pacer';
import { maxTotalWait } from '../../bulk/retryPolicy';
import type { Channel } from '../../bulk/send';
import { createTransport } from '../../bulk/transport';
import { defaultMaxRetries, defaultTimeout } from '../../n8n/loadOptions';
import { alturLimit, credentialName, readAccount } from './account';

/** What the options of an operation say about its requests. */
export interface ChannelOptions {
	/** Per second, at most Altur's 12. */
	requestsPerSecond?: number;
	maxRetries?: number;
	/** Seconds until a request without an answer is given up. */
	timeout?: number;
}

/**
 * Opens the way to Altur for one execution, or for one list in the editor.
 *
 * @throws NodeOperationError when the credential cannot be used
 */
export async function openChannel(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	options: ChannelOptions = {},
): Promise<Channel> {
	const { requestsPerSecond, maxRetries = defaultMaxRetries, timeout = defaultTimeout } = options;
	const { identity, apiKey } = await readAccount(context);
	const pacer = sharedPacer(identity, alturLimit);
	const isSlower = requestsPerSecond !== undefined && requestsPerSecond < alturLimit.requests;
	return {
		transport: createTransport(context, credentialName, timeout * 1000, apiKey),
		lane: pacer.openLane(isSlower ? { requests: requestsPerSecond, perMilliseconds: 1000 } : undefined),
		policy: { maxRetries, maxTotalWait },
		signal: 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined,
		counts: { requests: 0, throttled: 0, retried: 0 },
	};
}

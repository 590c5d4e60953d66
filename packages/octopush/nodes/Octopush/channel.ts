import type { IExecuteFunctions } from 'n8n-workflow';
import { sharedPacer } from '../../../../bulk/pacer';
import { maxTotalWait } from '../../../../bulk/retryPolicy';
import type { Channel } from '../../../../bulk/send';
import { createTransport } from '../../../../bulk/transport';
import { defaultMaxRetries, defaultTimeout } from '../../../../n8n/loadOptions';
import { credentialName, octopushLimit, readAccount } from './account';
import { kindOfRefusal } from './errorBody';

/** What the options of an operation say about its requests. */
export interface ChannelOptions {
	/** Per second, at most the node's own 10. */
	requestsPerSecond?: number;
	maxRetries?: number;
	/** Seconds until a request without an answer is given up. */
	timeout?: number;
}

/**
 * Opens the way to Octopush for one execution.
 *
 * @throws NodeOperationError when the credential cannot be used
 */
export async function openChannel(
	context: IExecuteFunctions,
	options: ChannelOptions = {},
): Promise<Channel> {
	const { requestsPerSecond, maxRetries = defaultMaxRetries, timeout = defaultTimeout } = options;
	const { identity, apiKey } = await readAccount(context);
	const isSlower = requestsPerSecond !== undefined && requestsPerSecond < octopushLimit.requests;
	return {
		transport: createTransport(context, credentialName, timeout * 1000, apiKey),
		lane: sharedPacer(identity, octopushLimit).openLane(
			isSlower ? { requests: requestsPerSecond, perMilliseconds: 1000 } : undefined,
		),
		policy: { maxRetries, maxTotalWait },
		kindOf: kindOfRefusal,
		signal: context.getExecutionCancelSignal(),
		counts: { requests: 0, throttled: 0, retried: 0 },
	};
}

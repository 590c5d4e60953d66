import type { IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod';
import type { ConnectionTrouble, ServiceResponse, Transport } from '../../bulk/request/request';
import { beginsAsText, bodyStreamSchema, readBody } from './bodyStream';
import { strikesOut } from './secret';

const fullResponse = z.object({
	statusCode: z.number(),
	headers: z.record(z.unknown()).catch({}),
	body: z.unknown(),
});

/** What a request needs of the context that n8n hands a node, or the loader of a list. */
export interface RequestContext {
	helpers: {
		httpRequestWithAuthentication(
			this: RequestContext,
			credential: string,
			options: IHttpRequestOptions,
		): Promise<unknown>;
	};
}

/**
 * Sends requests through n8n, which adds the credential, and obeys its proxy and Stop button.
 *
 * @param credential name of the credential type; its `authenticate` completes the address
 * @param timeoutMs until a request is given up whose answer is not there as a whole
 * @param secret the key, which is struck out of answers that echo it, before anybody can quote them
 */
export function createTransport(
	context: RequestContext,
	credential: string,
	timeoutMs: number,
	secret: string,
): Transport {
	const strikeOut = strikesOut(secret);
	return async (request, onLeaving) => {
		const limitMs = request.timeoutMs ?? timeoutMs;
		const deadline = AbortSignal.timeout(limitMs);
		const options: IHttpRequestOptions = {
			method: request.method,
			url: request.path,
			qs: request.query,
			headers: {
				Accept: request.wantsFile ? '*/*' : 'application/json',
				...(request.body && { 'Content-Type': 'application/json' }),
				...request.headers,
			},
			body: request.body,
			timeout: limitMs,
			...(request.wantsFile && { encoding: 'stream' as const }),
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// A redirect would carry the key to wherever it points.
			disableFollowRedirect: true,
			sendCredentialsOnCrossOriginRedirect: false,
		};
		try {
			const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				credential,
				endingAt(deadline, options, onLeaving),
			);
			return await readResponse(response, strikeOut);
		} catch (error) {
			return deadline.aborted ? noResponseInTime : describeTrouble(error);
		}
	};
}

async function readResponse(
	response: unknown,
	strikeOut: ReturnType<typeof strikesOut>,
): Promise<ServiceResponse> {
	const { statusCode, headers, body: arrived } = fullResponse.parse(response);
	const isRefusal = statusCode < 200 || statusCode >= 300;
	const stream = bodyStreamSchema.safeParse(arrived).data;
	const named = Object.entries(headers).map(([name, value]): [string, string] => [
		name.toLowerCase(),
		String(strikeOut(String(value), isRefusal)),
	]);
	const answer = { status: statusCode, headers: Object.fromEntries(named) };
	if (stream && !isRefusal && !(await beginsAsText(stream))) return { ...answer, body: stream };
	return { ...answer, body: strikeOut(stream ? await readBody(stream) : arrived, isRefusal) };
}

/**
 * Ends a request at the deadline, however much of its answer still trickles in: n8n's own timeout measures the silence
 * only. n8n puts the signal of its Stop button into the options, in the place of any other; both are to end it.
 *
 * @param onRead called whenever n8n reads the signal: at last when it has added the credential, which it looks up in its
 * database for each request, and hands the request to axios
 */
function endingAt(
	deadline: AbortSignal,
	options: IHttpRequestOptions,
	onRead?: () => void,
): IHttpRequestOptions {
	let signal = deadline;
	return Object.defineProperty(options, 'abortSignal', {
		enumerable: true,
		get: () => {
			onRead?.();
			return signal;
		},
		set: (stop?: AbortSignal) => {
			signal = stop ? AbortSignal.any([stop, deadline]) : deadline;
		},
	});
}

const noResponseInTime = { trouble: 'There was no answer in time', mayHaveArrived: true };

const causes: Array<[pattern: RegExp, trouble: string, mayHaveArrived: boolean]> = [
	[/ECONNREFUSED|refused the connection/i, 'No server answers there: the connection was refused', false],
	[/ENOTFOUND|incorrect host/i, 'The name of the server was not found', false],
	[/EAI_AGAIN|DNS server/i, 'The name server did not answer', false],
	[/EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/i, 'There is no way to the server in the network', false],
	[/CERT_|certificate|self.signed/i, 'The certificate of the server is not valid', false],
	[
		/wrong version number|packet length too long/i,
		'It was asked with https, but does not speak it: the server may speak http only',
		false,
	],
	[/SSL|TLS|EPROTO/i, 'The encrypted connection could not be set up', false],
	[/HPE_|Parse Error/i, 'What answered does not speak http', true],
	// Of an answer that is cut off in its middle Node says "aborted", and axios "stream has been aborted".
	[/ECONNRESET|socket hang up|closed unexpectedly|EPIPE|stream .*aborted/i, 'The connection broke off', true],
	[
		/ECONNABORTED|ETIMEDOUT|timed? ?out|timeout|aborted/i,
		noResponseInTime.trouble,
		noResponseInTime.mayHaveArrived,
	],
];

/** Where n8n's NodeApiError and axios keep what they know; n8n rewrites the message of some. */
const errorParts = z.object({
	message: z.unknown(),
	code: z.unknown(),
	messages: z.unknown(),
	cause: z.unknown(),
	errorResponse: z.unknown(),
});

/** Never passes on the text of the error itself, which may hold the address or headers. */
function describeTrouble(error: unknown): ConnectionTrouble {
	const text = collectTexts(error).join('\n');
	const [, trouble, mayHaveArrived] = causes.find(([pattern]) => pattern.test(text)) ?? [];
	return { trouble: trouble ?? 'The connection did not work', mayHaveArrived: mayHaveArrived ?? true };
}

function collectTexts(error: unknown, depth = 0): string[] {
	if (typeof error === 'string') return [error];
	const parts = errorParts.safeParse(error).data;
	if (!parts || depth > 3) return [];
	return Object.values(parts)
		.flat()
		.flatMap((part) => collectTexts(part, depth + 1));
}

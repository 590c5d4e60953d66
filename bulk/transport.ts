import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { ConnectionTrouble, ServiceAnswer, Transport } from './request';

const fullAnswer = z.object({
	statusCode: z.number(),
	headers: z.record(z.unknown()).catch({}),
	body: z.unknown(),
});

/**
 * Sends requests through n8n, which adds the credential, and obeys its proxy and Stop button.
 *
 * @param credential name of the credential type; its `authenticate` completes the address
 * @param timeout milliseconds until a request without an answer is given up
 */
export function createTransport(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	credential: string,
	timeout: number,
): Transport {
	return async (request) => {
		const options: IHttpRequestOptions = {
			method: request.method,
			url: request.path,
			qs: request.query,
			headers: {
				Accept: 'application/json',
				...(request.body && { 'Content-Type': 'application/json' }),
				...request.headers,
			},
			body: request.body,
			timeout,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// A redirect would carry the key to wherever it points.
			disableFollowRedirect: true,
			sendCredentialsOnCrossOriginRedirect: false,
		};
		try {
			const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				credential,
				options,
			);
			return readAnswer(answer);
		} catch (error) {
			return describeTrouble(error);
		}
	};
}

function readAnswer(answer: unknown): ServiceAnswer {
	const { statusCode, headers, body } = fullAnswer.parse(answer);
	const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
	return { status: statusCode, headers: Object.fromEntries(named), body };
}

/** Strikes a key out of the body of an answer, wherever a text in it echoes the key. */
export function withoutSecret(body: unknown, secret: string): unknown {
	if (typeof body === 'string') return body.replaceAll(secret, '[API key]');
	if (Array.isArray(body)) return body.map((part: unknown) => withoutSecret(part, secret));
	if (typeof body !== 'object' || body === null) return body;
	return Object.fromEntries(
		Object.entries(body).map(([name, part]: [string, unknown]) => [name, withoutSecret(part, secret)]),
	);
}

const causes: Array<[pattern: RegExp, trouble: string, mayHaveArrived: boolean]> = [
	[/ECONNREFUSED|refused the connection/i, 'The connection was refused', false],
	[/ENOTFOUND|incorrect host/i, 'The address was not found', false],
	[/EAI_AGAIN|DNS server/i, 'The name server did not answer', false],
	[/certificate|self.signed|SSL|TLS/i, 'The encrypted connection could not be set up', false],
	[/ECONNABORTED|ETIMEDOUT|timed? ?out|timeout|aborted/i, 'There was no answer in time', true],
	[/ECONNRESET|socket hang up|closed unexpectedly|EPIPE/i, 'The connection broke off', true],
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

import { Refusal } from './refusal';

/**
 * The JSON of a request body, or undefined for an empty one.
 * Throws a Refusal: 415 for another content type, 400 for text that is no JSON.
 */
export function parseBody(raw: unknown, contentType: string | undefined): unknown {
	if (typeof raw !== 'string' || raw === '') return undefined;
	if (!/^application\/json\b/i.test(contentType ?? '')) {
		throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json.');
	}
	try {
		const body: unknown = JSON.parse(raw);
		return body;
	} catch {
		throw new Refusal(400, 'INVALID_REQUEST', 'The body is not valid JSON.');
	}
}

import { blamedRows } from './blamedRows';
import type { DecidingFault } from './faultPlan';
import { Refusal } from './refusal';

/** How an answer leaves: written at once, written slowly, or the connection broken or left open instead. */
export type Delivery = { how: 'send' | 'reset' | 'hang' | 'cutOff' } | { how: 'slow'; ms: number };

/** An answer ready for the socket. */
export interface WireAnswer {
	status: number;
	text: string;
	/** Sent in the place of the text. */
	file?: Buffer;
	contentType: string;
	headers: Record<string, string>;
	delivery: Delivery;
}

/** What faults need to know of a request, and how its service words a refusal, as JSON. */
export interface RefusedRequest {
	authorization: string;
	numbers(): (string | undefined)[];
	errorText(refusal: Refusal): string;
}

const jsonType = 'application/json; charset=utf-8';

export function wireAnswer(status: number, text: string, more: Partial<WireAnswer> = {}): WireAnswer {
	return { status, text, contentType: jsonType, headers: {}, delivery: { how: 'send' }, ...more };
}

const badGatewayPage = `<!DOCTYPE html>
<html><head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>
`;

/** Whether the work is done, and remembered, before the fault shows. */
export function worksFirst(fault: DecidingFault): boolean {
	switch (fault.kind) {
		case 'resetAfter':
		case 'truncatedBody':
		case 'notJson':
		case 'slowBody':
			return true;
		case 'status':
		case 'htmlBadGateway':
		case 'hang':
			return fault.afterWork;
		case 'tooManyRequests':
		case 'resetBefore':
		case 'echoAuthorization':
		case 'payloadTooLarge':
		case 'blameRows':
			return false;
	}
}

function throttledByPlan(
	fault: Extract<DecidingFault, { kind: 'tooManyRequests' }>,
	errorText: RefusedRequest['errorText'],
): WireAnswer {
	const told =
		fault.retryAfter === 'detail' ? ` Expected available in ${String(fault.seconds)} seconds.` : '';
	const headers: Record<string, string> = {};
	if (fault.retryAfter === 'seconds') headers['retry-after'] = String(fault.seconds);
	if (fault.retryAfter === 'http-date') {
		const wholeSecond = Math.ceil(Date.now() / 1000 + fault.seconds) * 1000;
		headers['retry-after'] = new Date(wholeSecond).toUTCString();
	}
	const refusal = new Refusal(
		429,
		fault.body === 'detail' ? 'THROTTLED' : fault.body,
		`Request was throttled.${told}`,
	);
	return wireAnswer(429, errorText(refusal), { headers });
}

/**
 * What the client sees of a deciding fault. `worked` is the answer of the work for faults that show after
 * it, and undefined for the others.
 */
export function faultAnswer(
	fault: DecidingFault,
	worked: WireAnswer | undefined,
	{ authorization, numbers, errorText }: RefusedRequest,
): WireAnswer {
	const base = worked ?? wireAnswer(200, '{}');
	switch (fault.kind) {
		case 'tooManyRequests':
			return throttledByPlan(fault, errorText);
		case 'status': {
			const text = typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body ?? {});
			const contentType = fault.contentType ?? (typeof fault.body === 'string' ? 'text/plain' : jsonType);
			return wireAnswer(fault.status, text, { contentType, headers: fault.headers });
		}
		case 'htmlBadGateway':
			return wireAnswer(502, badGatewayPage, { contentType: 'text/html' });
		case 'echoAuthorization': {
			const detail = `Could not accept the header "Authorization: ${authorization}".`;
			return wireAnswer(fault.status, JSON.stringify({ detail, request: { headers: { authorization } } }));
		}
		case 'payloadTooLarge':
			return wireAnswer(413, errorText(new Refusal(413, 'PAYLOAD_TOO_LARGE', 'The request is too large.')));
		case 'blameRows':
			return wireAnswer(400, JSON.stringify(blamedRows(fault, numbers())));
		case 'resetBefore':
		case 'resetAfter':
			return { ...base, delivery: { how: 'reset' } };
		case 'hang':
			return { ...base, delivery: { how: 'hang' } };
		case 'truncatedBody':
			// Of a file nobody could tell otherwise that its end is missing.
			if (base.file) return { ...base, delivery: { how: 'cutOff' } };
			return { ...base, text: base.text.slice(0, Math.floor(base.text.length / 2)) };
		case 'notJson':
			return { ...base, text: fault.body, contentType: 'text/plain' };
		case 'slowBody':
			return { ...base, delivery: { how: 'slow', ms: fault.ms } };
	}
}

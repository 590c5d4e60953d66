import type { Refusal } from '../server/refusal';
import { InvalidRequest } from './invalidRequest';

/** How a 429 reads: Django REST framework's own text, or the code that the specification has and no operation lists. */
export const throttledAs = ['detail', 'RATE_LIMITED'] as const;
export type ThrottledAs = (typeof throttledAs)[number];

/** The operations whose 400 lists sentences by field. */
const listsFields: ReadonlySet<string | undefined> = new Set([
	'GET /campaigns',
	'GET /campaigns/:id/contacts',
	'POST /campaigns/:id/contacts',
	'GET /campaigns/:id/calls',
]);

/** The operations all of whose other errors have an integer for a code: two lists, and what is not about campaigns. */
function hasNumber(route: string | undefined): boolean {
	const lists = ['GET /campaigns/:id/contacts', 'GET /campaigns/:id/calls'];
	return route !== undefined && (lists.includes(route) || !route.includes('/campaigns'));
}

/** The body of an error as Altur's specification has it for that operation and status. */
export function specifiedError(refusal: Refusal, route?: string, throttled: ThrottledAs = 'detail'): unknown {
	const { status, code, message, extra } = refusal;
	switch (status) {
		case 400:
			if (listsFields.has(route)) return fieldErrorsOf(refusal);
			if (hasNumber(route)) return { error: status, message };
			break;
		case 401:
			return { error: status, message };
		case 404:
			if (hasNumber(route)) return { error: status, message };
			break;
		case 413:
		case 415:
			// No operation lists them: what the web server and the framework before Altur's own code would say.
			return { detail: message };
		case 429:
			if (throttled === 'detail' && code !== 'RATE_LIMITED') return { detail: message };
			return { success: false, error: 'RATE_LIMITED', message };
	}
	return { success: false, error: code, message, ...extra };
}

function fieldErrorsOf(refusal: Refusal): unknown {
	if (refusal instanceof InvalidRequest) return refusal.fieldErrors;
	return { non_field_errors: [refusal.message] };
}

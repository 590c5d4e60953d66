import type { Tally } from './tally';

/** What each code means and what to do about it, at length: the message in a row is short enough for a table. */
const page = 'https://github.com/n8n-nodes-altur/n8n-nodes-altur/blob/main/docs/messages.md';

/** So many codes are linked. */
const mostCodes = 3;

/** The codes that it explains; others are a service's own, and their messages quote it. */
const explained: ReadonlySet<string> = new Set([
	'BILLING_LIMIT_REACHED',
	'CAMPAIGN_FINISHED',
	'CONFLICT',
	'EXPRESSION_FAILED',
	'FORBIDDEN',
	'INVALID_AUDIENCE_ID',
	'INVALID_CAMPAIGN_ID',
	'INVALID_COUNTRY',
	'INVALID_DUPLICATE_POLICY',
	'INVALID_EXTRACTED_DATA',
	'INVALID_FIELD',
	'INVALID_INPUT',
	'INVALID_METADATA',
	'INVALID_PHONE_NUMBER',
	'MISSING_CONTACT',
	'MISSING_PHONE_NUMBER',
	'NOT_FOUND',
	'NOT_IN_REPLY',
	'NOT_SENT',
	'NO_CAMPAIGN',
	'NO_CONTACT_ID',
	'NO_RESULT',
	'NO_STATUS',
	'PAYMENT_REQUIRED',
	'REDIRECTED',
	'REFUSED',
	'ROUNDED_NUMBER',
	'ROW_REFUSED',
	'SERVER_ERROR',
	'STOPPED',
	'TOO_LARGE',
	'TOO_MANY_REQUESTS',
	'UNAUTHORIZED',
	'UNAVAILABLE',
	'UNEXPECTED',
	'UNKNOWN_STATUS',
	'UNREACHABLE',
	'UNREADABLE_ANSWER',
	'WRONG_ADDRESS',
]);

/**
 * Links the reasons of failed rows to where they are explained, the commonest first.
 *
 * @returns a sentence as HTML; undefined when no row failed for a reason of its own
 */
export function linkReasons(tally: Tally): string | undefined {
	const links = tally.reasonCodes
		.filter((code) => explained.has(code))
		.slice(0, mostCodes)
		.map((code) => `<a href="${page}#${code.toLowerCase()}" target="_blank">${code}</a>`);
	return links.length === 0 ? undefined : `What to do about ${links.join(', ')}.`;
}

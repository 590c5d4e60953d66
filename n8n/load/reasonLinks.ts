import type { Tally } from './tally';

/** What each code means and what to do about it, at length: the message in a row is short enough for a table. */
const page = 'https://github.com/n8n-nodes-altur/n8n-nodes-altur/blob/main/docs/messages.md';

/** So many codes are linked. */
const mostCodes = 3;

/** A code may be anything that a service says, and stands in HTML. */
const plainCode = /^[A-Z][A-Z0-9_]{2,60}$/;

/**
 * Links the reasons of failed rows to where they are explained, the commonest first.
 *
 * @returns a sentence as HTML; undefined when no row failed for a reason of its own
 */
export function linkReasons(tally: Tally): string | undefined {
	const links = tally.reasonCodes
		.filter((code) => plainCode.test(code))
		.slice(0, mostCodes)
		.map((code) => `<a href="${page}#${code.toLowerCase()}" target="_blank">${code}</a>`);
	return links.length === 0 ? undefined : `What to do about ${links.join(', ')}.`;
}

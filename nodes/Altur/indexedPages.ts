import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Ask } from '../../n8n/client/ask';
import { SeenEntries } from '../../n8n/node/seenEntries';
import { circleHint, SeenPages } from '../../n8n/node/seenPages';
import { jsonObject } from '../../n8n/responseSchemas';

/** Altur's specification, of the contacts and of the calls of a campaign: `pageSize` 1 to 100, `pageIndex` 0 to 25000. */
const maxPageSize = 100;
const lastPage = 25_000;

const page = z.object({
	entries: z.array(jsonObject),
	pagination: z.object({ has_next: z.boolean().optional(), next_page: z.number().nullish() }).catch({}),
});
const anyObject = z.record(z.unknown()).catch({});

/** A list of a campaign whose pages have numbers. */
interface IndexedList {
	/** Below the base URL. */
	path: string;
	/** Under which an answer holds the entries; also what they are called in a hint. */
	key: 'contacts' | 'calls';
	filters: Record<string, string>;
	/** Told when entries may be missing at the end. */
	onCutShort?(): void;
}

/**
 * Reads a list page by page. What is missing at its end is told by a hint: entries behind the last page that Altur gives
 * out, or a list that begins anew. An entry that comes again on a later page is given once.
 *
 * @param limit entries that are wanted at most; Infinity for all
 * @yields the entries, page by page, at most `limit` of them
 */
export async function* indexedPages(
	context: IExecuteFunctions,
	ask: Ask,
	{ path, key, filters, onCutShort }: IndexedList,
	limit: number,
): AsyncGenerator<IDataObject[]> {
	const readPage = (body: unknown) =>
		page.safeParse({ ...anyObject.parse(body), entries: anyObject.parse(body)[key] });
	// Every page has the same size, or its number would mean something else.
	const query = { ...filters, pageSize: Math.min(limit, maxPageSize) };
	const pages = new SeenPages();
	const seen = new SeenEntries();
	let count = 0;
	for (let pageIndex = 0; pageIndex <= lastPage && count < limit; pageIndex++) {
		const { body } = await ask({
			method: 'GET',
			path,
			query: { ...query, pageIndex },
			retryable: true,
			understands: (answer) => readPage(answer).success,
		});
		const { entries = [], pagination = {} } = readPage(body).data ?? {};
		const hasNext = pagination.has_next ?? typeof pagination.next_page === 'number';
		if (pages.repeats(entries) && entries.length > 0) {
			onCutShort?.();
			context.addExecutionHints(circleHint('Altur', count));
			return;
		}
		const found = seen.newOf(entries).slice(0, limit - count);
		yield found;
		count += found.length;
		if (!hasNext || entries.length === 0) return;
		if (pageIndex === lastPage && count < limit) {
			onCutShort?.();
			context.addExecutionHints({ type: 'warning', location: 'outputPane', message: cutOff(key) });
		}
	}
}

function cutOff(key: string): string {
	const readable = new Intl.NumberFormat('en').format((lastPage + 1) * maxPageSize);
	return `Altur gives out the first ${readable} ${key} of a list, and there are more. Filter the list to reach the others.`;
}

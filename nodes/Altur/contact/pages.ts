import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { Ask } from '../../../n8n/client/ask';
import { SeenPages } from '../../../n8n/node/seenPages';
import { jsonObject, understands } from '../../../n8n/responseSchemas';

const page = z.object({
	contacts: z.array(jsonObject),
	pagination: z.object({ has_next: z.boolean().optional(), next_page: z.number().nullish() }).catch({}),
});

/** Vendor page "Retrieve campaign contacts": `pageSize` 1 to 100, `pageIndex` 0 to 25000. */
export const maxPageSize = 100;
const lastPage = 25_000;

/** So many contacts of a list can be read, and no more. */
export const maxReadableContacts = (lastPage + 1) * maxPageSize;

/**
 * GET /campaigns/{id}/contacts, page by page.
 *
 * @param query filters; every page has the same size, or its number would mean something else
 * @yields the contacts of a page; whether there are more behind the last page that Altur gives out; and whether the list
 * is given up because its pages come again
 */
export async function* contactPages(
	ask: Ask,
	campaignId: string,
	query: Record<string, string | number>,
): AsyncGenerator<{ contacts: IDataObject[]; isCutOff: boolean; isCircle: boolean }> {
	const pages = new SeenPages();
	for (let pageIndex = 0; pageIndex <= lastPage; pageIndex++) {
		const { body } = await ask({
			method: 'GET',
			path: `/campaigns/${campaignId}/contacts`,
			query: { ...query, pageIndex },
			retryable: true,
			understands: understands(page),
		});
		const { contacts, pagination } = page.parse(body);
		const hasNext = pagination.has_next ?? typeof pagination.next_page === 'number';
		const isCircle = pages.repeats(contacts) && contacts.length > 0;
		yield { contacts: isCircle ? [] : contacts, isCutOff: hasNext && pageIndex === lastPage, isCircle };
		if (!hasNext || isCircle || contacts.length === 0) break;
	}
}

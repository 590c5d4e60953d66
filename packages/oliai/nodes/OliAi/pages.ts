import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { jsonObject, understands } from '../../../../n8n/responseSchemas';
import { InputProblem } from '../../../../n8n/inputProblem';
import type { Ask } from '../../../../n8n/client/ask';
import type { ItemForm } from '../../../../n8n/form/itemForm';
import { limitSchema, readLimitFields } from '../../../../n8n/node/returnAll';
import { circleHint, SeenPages } from '../../../../n8n/node/seenPages';
import { count } from './responses';

/** "limit: items per page (default: 20, max: 100)". */
export const maxPageSize = 100;

/**
 * `{data, total, page, limit, totalPages}`; one of the vendor's examples has no `totalPages`. What is no object in the
 * list is left out.
 */
export const pageSchema = z.object({ data: z.array(z.unknown()), total: count, totalPages: count });

/** The field "Search" of contacts. */
export const searchField: INodeProperties = {
	displayName: 'Search',
	name: 'search',
	type: 'string',
	default: '',
	placeholder: 'e.g. Priya',
	description: 'Part of the name or phone number. Empty for all.',
};

/** @throws InputProblem when the limit is no whole number above 0 */
export function readLimit(form: ItemForm): number {
	const limit = limitSchema.safeParse(readLimitFields(form));
	if (limit.success) return limit.data;
	throw new InputProblem('INVALID_LIMIT', 'Limit must be a whole number from 1 up.', 'Correct the Limit.');
}

/**
 * Reads a list page by page, until it ends or enough is there.
 *
 * @param wanted so many objects at most, Infinity for all
 * @returns the objects, and whether the list was given up because a page came again, so that more may be missing
 */
export async function readPages(
	ask: Ask,
	path: string,
	query: Record<string, string>,
	wanted: number,
): Promise<{ entries: IDataObject[]; isCircle: boolean }> {
	const limit = Math.min(wanted, maxPageSize);
	const entries: IDataObject[] = [];
	const pages = new SeenPages();
	let read = 0;
	for (let page = 1; read < wanted; page++) {
		const response = await ask({
			method: 'GET',
			path,
			query: { ...query, page, limit },
			retryable: true,
			understands: understands(pageSchema),
		});
		const { data, total = Infinity, totalPages = Infinity } = pageSchema.parse(response.body);
		if (data.length > 0 && pages.repeats(data)) return { entries, isCircle: true };
		read += data.length;
		for (const one of data) {
			const entry = jsonObject.safeParse(one);
			if (entry.success) entries.push(entry.data);
		}
		if (data.length < limit || page >= totalPages || read >= total) break;
	}
	return { entries: entries.slice(0, wanted), isCircle: false };
}

/** Reads the list of an item, and says so in a hint when it was given up. */
export async function readList(
	{ context }: ItemForm,
	...list: Parameters<typeof readPages>
): Promise<IDataObject[]> {
	const { entries, isCircle } = await readPages(...list);
	if (isCircle) context.addExecutionHints(circleHint('OliAI', entries.length));
	return entries;
}

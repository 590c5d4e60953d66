import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { jsonObject, understands } from '../../../../n8n/answerSchemas';
import { InputProblem } from '../../../../n8n/inputProblem';
import type { Ask, ItemForm } from '../../../../n8n/itemWork';

/** "limit: items per page (default: 20, max: 100)". */
export const largestPage = 100;

/** `{data, total, page, limit, totalPages}`; one of the vendor's examples has no `totalPages`. */
export const pageSchema = z.object({
	data: z.array(jsonObject),
	total: z.number().optional().catch(undefined),
	totalPages: z.number().optional().catch(undefined),
});

/** The fields "Return All" and "Limit". */
export const limitFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

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
export function readLimit({ value }: ItemForm): number {
	if (value('returnAll') === true) return Infinity;
	const limit = z.coerce.number().int().min(1).safeParse(value('limit'));
	if (limit.success) return limit.data;
	throw new InputProblem('INVALID_LIMIT', 'Limit must be a whole number from 1.', 'Correct the Limit.');
}

/**
 * Reads a list page by page, until it ends or enough is there.
 *
 * @param wanted so many objects at most, Infinity for all
 */
export async function readPages(
	ask: Ask,
	path: string,
	query: Record<string, string>,
	wanted: number,
): Promise<IDataObject[]> {
	const limit = Math.min(wanted, largestPage);
	const found: IDataObject[] = [];
	for (let page = 1; found.length < wanted; page++) {
		const answer = await ask({
			method: 'GET',
			path,
			query: { ...query, page, limit },
			repeatable: true,
			understands: understands(pageSchema),
		});
		const { data, total = Infinity, totalPages = Infinity } = pageSchema.parse(answer.body);
		for (const one of data) found.push(one);
		if (data.length < limit || page >= totalPages || found.length >= total) break;
	}
	return found.slice(0, wanted);
}

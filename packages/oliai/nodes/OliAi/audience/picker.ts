import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { understands } from '../../../../../n8n/responseSchemas';
import { askFromEditor } from '../../../../../n8n/client/askFromEditor';
import { count, idOf } from '../responses';
import { openClient } from '../client';
import { explainFailure } from '../errors';
import { maxPageSize } from '../pages';

/** Chooses an audience from the list, by name, or by its ID. */
export const audiencePicker: INodeProperties = {
	displayName: 'Audience',
	name: 'audienceId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The audience in OliAI',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an audience...',
			typeOptions: { searchListMethod: 'searchAudiences', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. aud_abc123' },
	],
};

const page = z.object({ data: z.array(z.unknown()), totalPages: count });
const audience = z.object({ id: idOf, name: z.string().catch(''), contactCount: count });

/** OliAI's list of audiences has no search, so pages are read until enough names match. */
const maxPages = 10;
const enough = 20;

/**
 * Fills the audience list of the editor.
 *
 * @param filter what the person typed: part of a name in any case, or an ID
 * @param paginationToken the page with which the list goes on
 */
export async function searchAudiences(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const ask = await askFromEditor(this, openClient, explainFailure);
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results: INodeListSearchResult['results'] = [];
	let next = Number(paginationToken ?? 1);
	for (let pages = 0; pages < maxPages && results.length < enough; pages++) {
		const { body } = await ask({
			method: 'GET',
			path: '/audiences',
			query: { page: next, limit: maxPageSize },
			retryable: true,
			understands: understands(page),
		});
		const { data, totalPages = Infinity } = page.parse(body);
		for (const { id, name, contactCount } of data.flatMap((one) => audience.safeParse(one).data ?? [])) {
			if (!name.toLowerCase().includes(wanted) && id !== wanted) continue;
			const shown = name || id;
			results.push({ name: contactCount === undefined ? shown : `${shown} (${contactCount})`, value: id });
		}
		if (data.length < maxPageSize || next >= totalPages) return { results };
		next++;
	}
	return { results, paginationToken: String(next) };
}

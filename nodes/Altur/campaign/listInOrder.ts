import type { IDataObject } from 'n8n-workflow';
import type { Ask } from '../../../n8n/client/ask';
import { campaignPages, maxPageSize } from './pages';

/** A piece of the list, and where the next one begins. */
interface ListPiece {
	campaigns: IDataObject[];
	/** Undefined at the end. */
	place: string | undefined;
}

/** A part's number in the order, and Altur's cursor in it. */
const placeShape = /^(\d+) (.*)$/s;

/**
 * GET /campaigns with those of some statuses first, status by status, and all others behind them; each part newest first.
 *
 * @param first statuses; none leaves the list as Altur gives it
 * @param place where to begin, as an earlier piece said; undefined for the start
 */
export async function* listInOrder(
	ask: Ask,
	query: Record<string, string | boolean>,
	first: readonly string[],
	place?: string,
): AsyncGenerator<ListPiece> {
	const parts = [...first.map((status) => ({ status })), {}];
	const [, part = '0', cursor = ''] = placeShape.exec(place ?? '') ?? [];
	for (let index = Number(part); index < parts.length; index++) {
		const start = index === Number(part) && cursor !== '' ? cursor : undefined;
		const asked = { ...query, ...parts[index], pageSize: maxPageSize };
		const isLast = index === parts.length - 1;
		for await (const page of campaignPages(ask, asked, start)) {
			const following = isLast ? undefined : `${index + 1} `;
			yield {
				campaigns: isLast
					? page.campaigns.filter(({ status }) => !first.includes(String(status)))
					: page.campaigns,
				place: page.cursor === undefined ? following : `${index} ${page.cursor}`,
			};
		}
	}
}

import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { onceOnly } from '../../../../n8n/client/askFromEditor';
import { askFromEditor } from '../../client';
import { campaignPages, maxPageSize } from '../pages';
import { timeZoneSchema } from '../schemas/fields';
import { labels } from './labels';
import { timeZonesAt, type TimeZone } from './timeZones';

/**
 * Chooses a time zone from the list, by its city or offset, or by its IANA name.
 *
 * @param placeholder what is shown while none is chosen
 */
export function timeZonePicker(placeholder: string, description: string): INodeProperties {
	return {
		displayName: labels.timezone,
		name: 'timezone',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder,
				typeOptions: { searchListMethod: 'searchTimeZones', searchable: true },
			},
			{ displayName: 'By Name', name: 'id', type: 'string', placeholder: 'e.g. America/Mexico_City' },
		],
	};
}

const withTimeZone = z.object({ timezone: timeZoneSchema });

/**
 * Fills the list of time zones in the editor, from west to east; that of most of the account's last campaigns comes first.
 * The offsets are those of today.
 *
 * @param filter what the person typed: part of a city, an offset or an IANA name, in any case
 */
export async function searchTimeZones(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const usual = await usualTimeZone(this);
	const wanted = plain(filter?.trim() ?? '');
	const found = timeZonesAt(new Date(), usual).filter((zone) => isWanted(zone, wanted));
	const results = found.map(({ name, label }) => ({
		name: name === usual ? `${label} - your usual one` : label,
		value: name,
	}));
	const isUsual = ({ value }: { value: string }) => value === usual;
	return { results: [...results.filter(isUsual), ...results.filter((one) => !isUsual(one))] };
}

function isWanted({ name, label }: TimeZone, wanted: string): boolean {
	return [label, name, name.replaceAll('_', ' ')].some((text) => plain(text).includes(wanted));
}

/** In lower case and without accents: "México" finds Mexico City. */
function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase();
}

/** @returns the IANA name that most campaigns of the first page have; undefined when Altur does not tell at once */
async function usualTimeZone(context: ILoadOptionsFunctions): Promise<string | undefined> {
	try {
		const ask = await askFromEditor(context, onceOnly);
		for await (const { campaigns } of campaignPages(ask, { pageSize: maxPageSize })) {
			return mostFrequent(
				campaigns.flatMap((campaign) => withTimeZone.safeParse(campaign).data?.timezone ?? []),
			);
		}
	} catch {
		// It is a help only: the list comes without it, also before there is a credential.
	}
	return undefined;
}

/** @returns what more than half of them are */
function mostFrequent(names: readonly string[]): string | undefined {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts].find(([, count]) => count * 2 > names.length)?.[0];
}

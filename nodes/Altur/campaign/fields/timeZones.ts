import type { INodePropertyOptions } from 'n8n-workflow';

/** A time zone as people look for it. */
export interface TimeZone {
	/** Its IANA name. */
	name: string;
	/** "(GMT-06:00) Mexico City" */
	label: string;
	/** From UTC, at the moment that was asked for. */
	offsetMinutes: number;
}

/**
 * The IANA names that Node lists, and UTC, which some versions of it leave out.
 *
 * @param others names that belong to the list too: Node lists one of several names for the same time zone
 */
function timeZoneNames(...others: string[]): string[] {
	return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...others])].sort();
}

/** The IANA names, for where a list cannot be made anew each time that it is opened. n8n lets people search it. */
export function timeZoneOptions(): INodePropertyOptions[] {
	return timeZoneNames().map((name) => ({ name, value: name }));
}

/**
 * Lists all time zones with their cities, from west to east.
 *
 * @param moment for which the offsets hold: they change with daylight saving
 * @param also an IANA name that is to be in the list
 */
export function timeZonesAt(moment: Date, also = 'UTC'): TimeZone[] {
	return timeZoneNames(also)
		.map((name) => {
			const offset = offsetOf(name, moment);
			return { name, label: `(GMT${offset}) ${cityOf(name)}`, offsetMinutes: minutesOf(offset) };
		})
		.sort((a, b) => a.offsetMinutes - b.offsetMinutes || a.label.localeCompare(b.label));
}

/** "Buenos Aires, Argentina" of America/Argentina/Buenos_Aires; UTC, which has no city, is itself. */
function cityOf(name: string): string {
	const [continent = name, ...places] = name.split('/');
	return places.length === 0 ? continent : places.reverse().join(', ').replaceAll('_', ' ');
}

/** "-06:00" */
function offsetOf(timeZone: string, moment: Date): string {
	const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(moment);
	const [offset = '+00:00'] =
		parts.find(({ type }) => type === 'timeZoneName')?.value.match(/[+-]\d\d:\d\d/) ?? [];
	return offset;
}

function minutesOf(offset: string): number {
	const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
	return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

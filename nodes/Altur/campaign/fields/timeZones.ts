import type { INodePropertyOptions } from 'n8n-workflow';

/** The IANA names that Node knows, and UTC, which some versions of it leave out. n8n lets people search the list. */
export function timeZoneOptions(): INodePropertyOptions[] {
	const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
	return [...names].sort().map((name) => ({ name, value: name }));
}

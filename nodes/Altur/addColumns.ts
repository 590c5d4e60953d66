import type { IDataObject } from 'n8n-workflow';

/**
 * Puts the values of an object behind a flat row, such as what the agent found out, under the names that Altur gives. A
 * name that the row has already gets the object's name before it: `extracted_data.status`.
 *
 * @param from the object's name
 * @returns a new row
 */
export function addColumns(
	row: IDataObject,
	values: IDataObject | null | undefined,
	from: 'extracted_data' | 'analytics',
): IDataObject {
	const added = Object.entries(values ?? {}).map(([name, value]) => [
		Object.hasOwn(row, name) ? `${from}.${name}` : name,
		value,
	]);
	return { ...row, ...Object.fromEntries(added) };
}

import type { IDataObject } from 'n8n-workflow';
import { phoneCountry } from '../../../bulk/clean/phone/phoneCountry';
import type { RowResult } from '../../../bulk/rows';

/**
 * What a row would be sent as, for its output in a trial that sends nothing.
 *
 * @param number as it would be sent
 * @returns its fields under the service's names, and `country`, null where the number does not tell it; nothing for a row
 * that would not be sent, and after a real load
 */
export function checkedFields({ wouldSend }: RowResult, number = ''): IDataObject {
	if (typeof wouldSend !== 'object' || wouldSend === null) return {};
	const fields: IDataObject = { country: phoneCountry(number) ?? null };
	for (const [name, value] of Object.entries(wouldSend)) {
		if (value !== undefined) fields[name] = value;
	}
	return fields;
}

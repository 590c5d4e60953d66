import type { BatchService } from '../../../../../../bulk/batchService';
import type { Column } from '../../../../../../n8n/form/columns/expressions';
import { phoneDigits } from '../../../../../../bulk/clean/phone/cleanPhone';
import type { BulkRow, RefusedRow } from '../../../../../../bulk/rows';
import { valueToText } from '../../../../../../bulk/clean/text';
import type { FormColumns } from '../../../../../../n8n/form/columns/formColumns';
import { requireListName } from '../../names';
import type { KnownNumber } from '../output';
import { readPhone } from '../phoneNumber';

/** The form of "Remove". */
export interface RemovalForm {
	formColumns: FormColumns;
	phoneNumber: Column;
	defaultCountry: Column;
	/** Undefined when the contacts are removed from the account, and with it from all lists. */
	listName: Column | undefined;
}

/**
 * Turns an input item into a number to remove; the group of a row is its list, '' for the account.
 *
 * @param known filled with the number
 * @throws InputProblem for a row whose list has no name, or a name that is too long
 */
export function removalRow(
	form: RemovalForm,
	itemIndex: number,
	known: Partial<KnownNumber>,
): BulkRow<string> | RefusedRow {
	known.phoneNumber = valueToText(form.phoneNumber.read(itemIndex));
	const country = valueToText(form.defaultCountry.read(itemIndex));
	const number = readPhone(known.phoneNumber, country, itemIndex);
	if ('refused' in number) return number;
	form.formColumns.countryCodes.note(known.phoneNumber, number.phone, country);
	known.phoneNumber = number.phone;
	const group = form.listName ? requireListName(form.listName.read(itemIndex)) : '';
	return { itemIndex, group, orderKey: `${group} ${phoneDigits(number.phone)}`, payload: number.phone };
}

/**
 * How Octopush removes a batch: DELETE /contact/delete, answered with 204. To remove a number twice comes to the
 * same as once, so a request is sent again also when its end is unknown.
 */
export const removalService: BatchService<string> = {
	repeats: 'together',
	request: ({ group, rows }) => ({
		method: 'DELETE',
		path: '/contact/delete',
		body: Buffer.from(
			JSON.stringify({
				phone_numbers: [...new Set(rows.map(({ payload }) => payload))],
				list_name: group === '' ? undefined : group,
			}),
		),
		retryable: true,
	}),
	results: ({ rows }) => rows.map(({ payload }) => ({ status: 'removed', contact: payload })),
	tooLarge: ({ payload }) => ({
		status: 'failed',
		contact: payload,
		problem: { code: 'TOO_LARGE', message: 'Octopush found a request with this number alone too large.' },
	}),
};

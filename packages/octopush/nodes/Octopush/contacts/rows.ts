import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { phoneDigits } from '../../../../../bulk/phone';
import type { BulkRow, RefusedRow } from '../../../../../bulk/rows';
import { valueToText } from '../../../../../bulk/text';
import { readRows } from '../../../../../n8n/readRows';
import type { AddForm } from './addForm';
import { contactLabels } from './columns';
import { readPhone } from './phoneNumber';
import { contactSchema, type Contact } from './schema';
import { readTarget, type Target } from './target';

/** Where the rows of each group go. */
export type Targets = Map<string, Target>;

/**
 * Turns input items into the rows of requests: reads the columns, cleans the phone number, makes everything text.
 *
 * @param targets filled as groups come up
 * @param refuseOnly whether a row that the form makes impossible is refused by itself, or ends the run
 */
export function contactRows(
	context: IExecuteFunctions,
	form: AddForm,
	targets: Targets,
	refuseOnly: boolean,
): AsyncGenerator<BulkRow<Contact> | RefusedRow> {
	return readRows(context, refuseOnly, (json, itemIndex) => contactRow(form, json, itemIndex, targets));
}

function contactRow(
	form: AddForm,
	json: IDataObject,
	itemIndex: number,
	targets: Targets,
): BulkRow<Contact> | RefusedRow {
	const target = readTarget(form.target, itemIndex);
	const { text } = form.fields.read(json, itemIndex);
	const number = readPhone(text('phone_number'), valueToText(form.defaultCountry.read(itemIndex)), itemIndex);
	if ('refused' in number) return number;
	const others = Object.keys(contactLabels).flatMap((field) => {
		const value = field === 'phone_number' ? undefined : text(field);
		return value === undefined ? [] : [[field, value] as const];
	});
	const payload = contactSchema.parse({ phone_number: number.phone, ...Object.fromEntries(others) });
	const group = JSON.stringify(target);
	if (!targets.has(group)) targets.set(group, target);
	return { itemIndex, group, orderKey: phoneDigits(number.phone), payload };
}

import type { IDataObject } from 'n8n-workflow';
import { phoneDigits } from '../../../../../../bulk/clean/phone/cleanPhone';
import type { ReadRow } from '../../../../../../bulk/rows';
import { valueToText } from '../../../../../../bulk/clean/text';
import type { ContactForm } from './form';
import { contactLabels } from '../columns';
import type { KnownNumber } from '../output';
import { readPhone } from '../phoneNumber';
import { contactSchema, type Contact } from '../schema';
import { readTarget, type Target } from './target';

/** Where the rows of each group go. */
export type Targets = Map<string, Target>;

/**
 * Turns an input item, or a row of a file, into the row of a request: reads the columns, cleans the phone number, makes everything text.
 *
 * @param targets filled as groups come up
 * @param known filled with the number, before anything in the row can be found wrong
 * @throws InputProblem for a row whose list or tag is impossible
 */
export function contactRow(
	form: ContactForm,
	targets: Targets,
	json: IDataObject,
	itemIndex: number,
	known: Partial<KnownNumber>,
): ReadRow<Contact> {
	const { text } = form.fields.read(json, itemIndex);
	known.phoneNumber = text('phone_number');
	const country = valueToText(form.defaultCountry.read(itemIndex));
	const number = readPhone(known.phoneNumber, country, itemIndex);
	if ('refused' in number) return number;
	form.countryCodes.note(known.phoneNumber, number.phone, country);
	known.phoneNumber = number.phone;
	if (form.doNotCall.has(number.phone)) return { itemIndex, suppressed: true };
	const target = readTarget(form.target, itemIndex);
	const others = Object.keys(contactLabels).flatMap((field) => {
		const value = field === 'phone_number' ? undefined : text(field);
		return value === undefined ? [] : [[field, value] as const];
	});
	const payload = contactSchema.parse({ phone_number: number.phone, ...Object.fromEntries(others) });
	const group = JSON.stringify(target);
	if (!targets.has(group)) targets.set(group, target);
	return { itemIndex, group, orderKey: phoneDigits(number.phone), payload };
}

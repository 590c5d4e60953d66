import type { IDataObject } from 'n8n-workflow';
import { cleanPhone, phoneOrderKey } from '../../../../bulk/clean/phone/cleanPhone';
import type { ReadRow } from '../../../../bulk/rows';
import { valueToText } from '../../../../bulk/clean/text';
import { asTexts, collectKeyValues } from '../../../../n8n/form/keyValues';
import { refuseRounded } from '../../../../n8n/load/roundedNumber';
import type { ContactForm } from './form';
import { contactLabels } from '../columns';
import { contactSchema, type Contact } from '../schema';
import { readTarget, type Target } from './target';
import type { KnownContact } from './output';

/** Where the rows of each group go. */
export type Targets = Map<string, Target>;

/**
 * Turns an input item, or a row of a file, into the row of a request: reads the columns, cleans the phone number, makes everything text.
 *
 * @param targets filled as groups come up
 * @param known filled with what the output needs, before anything in the row can be found wrong
 * @throws InputProblem for a row that has no campaign, or whose extracted data cannot be read
 */
export function contactRow(
	form: ContactForm,
	targets: Targets,
	json: IDataObject,
	itemIndex: number,
	known: Partial<KnownContact>,
): ReadRow<Contact> {
	const { text, used } = form.fields.read(json, itemIndex);
	known.contact = text('contact');
	known.fId = text('f_id');
	const typed = known.contact;
	const country = valueToText(form.defaultCountry.read(itemIndex));
	const phone = cleanPhone(typed, country);
	if ('number' in phone) {
		known.contact = phone.number;
		form.countryCodes.note(typed, phone.number, country);
	}
	const target = readTarget(form, itemIndex);
	known.campaignId = target.campaignId;
	if ('rounded' in phone) return refuseRounded(itemIndex, phone.rounded);
	if (form.doNotCall.has(phone.number)) return { itemIndex, suppressed: true };
	const extracted = collectKeyValues(form.extractedData, json, used, itemIndex);
	const texts = Object.keys(contactLabels).map((field) => [field, text(field)] as const);
	const payload = contactSchema.parse({
		...Object.fromEntries(texts),
		contact: phone.number,
		// Every example of the vendor page shows texts.
		extracted_data: extracted && asTexts(extracted),
	});
	const group = `${target.ifDuplicate} ${target.campaignId}`;
	if (!targets.has(group)) targets.set(group, target);
	const phoneKey = phoneOrderKey(payload.contact);
	const orderKey = phoneKey && `${target.campaignId} ${phoneKey}`;
	return { itemIndex, group, orderKey, payload };
}

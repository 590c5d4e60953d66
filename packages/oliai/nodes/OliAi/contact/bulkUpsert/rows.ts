import type { IDataObject } from 'n8n-workflow';
import { cleanPhone, phoneOrderKey } from '../../../../../../bulk/clean/phone/cleanPhone';
import type { ReadRow } from '../../../../../../bulk/rows';
import { valueToText } from '../../../../../../bulk/clean/text';
import { asTexts, collectKeyValues } from '../../../../../../n8n/form/keyValues';
import { refuseRounded } from '../../../../../../n8n/load/roundedNumber';
import { requireId } from '../../ids';
import type { KnownContact } from '../output';
import { bulkContactSchema, type BulkContact } from '../schema';
import type { ContactForm } from './form';

/**
 * Turns an input item, or a row of a file, into the row of a request.
 *
 * @param known filled with the number and the audience, before anything in the row can be found wrong
 * @throws InputProblem for a row that has no audience, or whose metadata cannot be read
 */
export function upsertRow(
	form: ContactForm,
	json: IDataObject,
	itemIndex: number,
	known: Partial<KnownContact>,
): ReadRow<BulkContact> {
	const { text, used } = form.fields.read(json, itemIndex);
	known.phoneNumber = text('phoneNumber');
	const typed = known.phoneNumber;
	const country = valueToText(form.defaultCountry.read(itemIndex));
	const phone = cleanPhone(typed, country);
	if ('number' in phone) {
		known.phoneNumber = phone.number;
		form.countryCodes.note(typed, phone.number, country);
	}
	if (form.audience) known.audienceId = requireId('audience', form.audience.read(itemIndex));
	if ('rounded' in phone) return refuseRounded(itemIndex, phone.rounded);
	if (form.doNotCall.has(phone.number)) return { itemIndex, suppressed: true };
	const metadata = collectKeyValues(form.metadata, json, used, itemIndex);
	const payload = bulkContactSchema.parse({
		name: text('name'),
		phoneNumber: phone.number,
		language: text('language'),
		// Every example shows texts; what a person writes as JSON is taken at their word.
		metadata: metadata && form.metadata.mode !== 'json' ? asTexts(metadata) : metadata,
	});
	return { itemIndex, group: '', orderKey: phoneOrderKey(payload.phoneNumber), payload };
}

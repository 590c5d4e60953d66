import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { cleanPhone, phoneOrderKey } from '../../../../../bulk/phone';
import type { BulkRow, RefusedRow } from '../../../../../bulk/rows';
import { valueToText } from '../../../../../bulk/text';
import { asTexts, collectKeyValues } from '../../../../../n8n/keyValues';
import { readRows } from '../../../../../n8n/readRows';
import { refuseRounded } from '../../../../../n8n/roundedNumber';
import { requireId } from '../ids';
import { bulkContactSchema, type BulkContact } from './schema';
import type { UpsertForm } from './upsertForm';

/** The audience of each input item, where the contacts are put into one. */
export type Audiences = Map<number, string>;

/**
 * Turns input items into the rows of requests.
 *
 * @param audiences filled as items are read
 * @param refuseOnly whether a row that the form makes impossible is refused by itself, or ends the run
 */
export function upsertRows(
	context: IExecuteFunctions,
	form: UpsertForm,
	audiences: Audiences,
	refuseOnly: boolean,
): AsyncGenerator<BulkRow<BulkContact> | RefusedRow> {
	return readRows(context, refuseOnly, (json, itemIndex) => {
		if (form.audience) audiences.set(itemIndex, requireId('audience', form.audience.read(itemIndex)));
		return upsertRow(form, json, itemIndex);
	});
}

function upsertRow(
	form: UpsertForm,
	json: IDataObject,
	itemIndex: number,
): BulkRow<BulkContact> | RefusedRow {
	const { text, used } = form.fields.read(json, itemIndex);
	const phone = cleanPhone(text('phoneNumber'), valueToText(form.defaultCountry.read(itemIndex)));
	if ('rounded' in phone) return refuseRounded(itemIndex, phone.rounded);
	const metadata = collectKeyValues(form.metadata, json, used, itemIndex);
	const payload = bulkContactSchema.parse({
		name: text('name'),
		phoneNumber: phone.contact,
		language: text('language'),
		// Every example shows texts; what a person writes as JSON is taken at their word.
		metadata: metadata && form.metadata.mode !== 'json' ? asTexts(metadata) : metadata,
	});
	return { itemIndex, group: '', orderKey: phoneOrderKey(payload.phoneNumber), payload };
}

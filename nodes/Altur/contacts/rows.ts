import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { cleanPhone, phoneOrderKey } from '../../../bulk/phone';
import type { BulkRow, RefusedRow } from '../../../bulk/rows';
import { valueToText } from '../../../bulk/text';
import { asTexts, collectKeyValues } from '../../../n8n/keyValues';
import { readRows } from '../../../n8n/readRows';
import { refuseRounded } from '../../../n8n/roundedNumber';
import type { AddForm } from './addForm';
import type { Contact } from './schema';
import { readTarget, type Target } from './target';

/** What is noted of the rows on their way out. */
export interface Ledger {
	/** Where the rows of each group go. */
	targets: Map<string, Target>;
	/** By input item. */
	items: Map<number, { campaignId: string; fId?: string; contact?: string }>;
}

/**
 * Turns input items into the rows of requests: reads the columns, cleans the phone number, makes everything text.
 *
 * @param ledger filled with what the requests and the output need to know of the rows
 * @param refuseOnly whether a row that the form makes impossible is refused by itself (On Error: Continue), or ends
 * the run with a NodeOperationError
 */
export function contactRows(
	context: IExecuteFunctions,
	form: AddForm,
	ledger: Ledger,
	refuseOnly: boolean,
): AsyncGenerator<BulkRow<Contact> | RefusedRow> {
	return readRows(context, refuseOnly, (json, itemIndex) => contactRow(form, json, itemIndex, ledger));
}

function contactRow(
	form: AddForm,
	json: IDataObject,
	itemIndex: number,
	ledger: Ledger,
): BulkRow<Contact> | RefusedRow {
	const target = readTarget(form, itemIndex);
	const { text, used } = form.fields.read(json, itemIndex);
	const fId = text('f_id');
	const noted = { campaignId: target.campaignId, fId, contact: text('contact') };
	ledger.items.set(itemIndex, noted);
	const phone = cleanPhone(noted.contact, valueToText(form.defaultCountry.read(itemIndex)));
	if ('rounded' in phone) return refuseRounded(itemIndex, phone.rounded);
	noted.contact = phone.contact;
	const extracted = collectKeyValues(form.extractedData, json, used, itemIndex);
	const contact: Contact = {
		contact: phone.contact,
		name: text('name'),
		context: text('context'),
		// Every example of the vendor page shows texts.
		extracted_data: extracted && asTexts(extracted),
		f_id: fId,
	};
	const group = `${target.ifDuplicate} ${target.campaignId}`;
	if (!ledger.targets.has(group)) ledger.targets.set(group, target);
	const phoneKey = phoneOrderKey(contact.contact);
	const orderKey = phoneKey && `${target.campaignId} ${phoneKey}`;
	return { itemIndex, group, orderKey, payload: contact };
}

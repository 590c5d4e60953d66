import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { NumberList } from '../../../../bulk/clean/phone/numberList';
import type { Column } from '../../../../n8n/form/columns/expressions';
import { readMapper } from '../../../../n8n/form/columns/columnMapper';
import { ContactFields } from '../../../../n8n/form/columns/contactFields';
import type { FieldReader } from '../../../../n8n/form/columns/fieldsByTitle';
import { FormColumns, locatorValue } from '../../../../n8n/form/columns/formColumns';
import { readDoNotCall } from '../../../../n8n/form/doNotCall';
import type { CountryCodes } from '../../../../n8n/form/countryCodes';
import { readKeyValues, type KeyValues } from '../../../../n8n/form/keyValues';
import { readOptions, sharedOptions, wholeNumber } from '../../../../n8n/form/bulkOptions';
import { readDefaultCountry } from '../../../../n8n/form/defaultCountry';
import type { Identifier } from '../../../../n8n/load/loadOperation';
import { alturLimit } from '../../client';
import { contactLabels, contactTitles } from '../columns';
import { idempotencyOptions, requireKey } from './idempotencyScope';
import type { KnownContact } from './output';
import { maxContactsPerRequest } from '../schema';
import { readCampaignId, readPolicy, type TargetColumns } from './target';

/** The options that hold for all rows. */
export const addOptions = z.object({
	...sharedOptions,
	...idempotencyOptions,
	batchSize: wholeNumber('Batch Size', 1, maxContactsPerRequest),
	requestsPerSecond: wholeNumber('Requests per Second', 1, alturLimit.requests),
});

/** What a row is read by, with everything that may differ from row to row as a column. */
export interface ContactForm extends TargetColumns {
	defaultCountry: Column;
	/** What it makes of the rows, counted while they are read. */
	countryCodes: CountryCodes;
	doNotCall: NumberList;
	fields: FieldReader;
	extractedData: KeyValues;
}

/** The form of "Add to Campaign". */
export interface AddForm extends ContactForm {
	formColumns: FormColumns;
	options: z.infer<typeof addOptions>;
}

/**
 * Reads the form once; n8n hands out the expressions unresolved (`rawExpressions`), so that the plain ones can be
 * compiled instead of evaluated row by row.
 *
 * @throws InputProblem for what is wrong with it whatever the rows hold: an option out of its range, no campaign, no
 * column with the phone number
 */
export function readAddForm(context: IExecuteFunctions): AddForm {
	const formColumns = new FormColumns(context);
	const options = readOptions(context, addOptions);
	requireKey(options);
	const fields = new ContactFields(formColumns, readMapper(formColumns, contactLabels), contactTitles());
	fields.requirePhone('contact');
	const campaign = formColumns.column('Campaign', locatorValue(formColumns.raw('campaignId')));
	const ifDuplicate = formColumns.field('If Duplicate', 'ifDuplicate', 'skip');
	formColumns.requireColumns('Campaign', campaign);
	if (campaign.isSameForAll) readCampaignId(campaign, 0);
	if (ifDuplicate.isSameForAll) readPolicy(ifDuplicate, 0);
	const defaultCountry = readDefaultCountry(formColumns);
	return {
		formColumns,
		campaign,
		ifDuplicate,
		defaultCountry,
		countryCodes: formColumns.countryCodes,
		doNotCall: readDoNotCall(context, defaultCountry),
		fields,
		extractedData: readKeyValues(formColumns, 'extractedData', 'Extracted Data'),
		options,
	};
}

/** Reads what a person knows a row by out of a form that may be wrong in other places. */
export function identifyContact(context: IExecuteFunctions): Identifier<KnownContact> {
	const formColumns = new FormColumns(context);
	const fields = new ContactFields(formColumns, readMapper(formColumns, contactLabels), contactTitles());
	const campaign = formColumns.column('Campaign', locatorValue(formColumns.raw('campaignId')));
	return {
		contact: (json, itemIndex) => fields.read(json, itemIndex).text('contact'),
		fId: (json, itemIndex) => fields.read(json, itemIndex).text('f_id'),
		campaignId: (_json, itemIndex) => readCampaignId(campaign, itemIndex),
	};
}

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { NumberList } from '../../../../../../bulk/clean/phone/numberList';
import type { Column } from '../../../../../../n8n/form/columns/expressions';
import { readMapper } from '../../../../../../n8n/form/columns/columnMapper';
import { ContactFields } from '../../../../../../n8n/form/columns/contactFields';
import type { FieldReader } from '../../../../../../n8n/form/columns/fieldsByTitle';
import { FormColumns, locatorValue } from '../../../../../../n8n/form/columns/formColumns';
import { readDoNotCall } from '../../../../../../n8n/form/doNotCall';
import type { CountryCodes } from '../../../../../../n8n/form/countryCodes';
import { readKeyValues, type KeyValues } from '../../../../../../n8n/form/keyValues';
import { readOptions, sharedOptions, wholeNumber } from '../../../../../../n8n/form/bulkOptions';
import { readDefaultCountry } from '../../../../../../n8n/form/defaultCountry';
import type { Identifier } from '../../../../../../n8n/load/loadOperation';
import { maxBulkRequestsPerMinute } from '../../client';
import { readAudience, requireId } from '../../ids';
import { contactLabels, contactTitles } from '../columns';
import type { KnownContact } from '../output';
import { maxContactsPerRequest } from '../schema';

export const requestsPerMinuteOption: INodeProperties = {
	displayName: 'Bulk Requests per Minute',
	name: 'requestsPerMinute',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: maxBulkRequestsPerMinute, numberPrecision: 0 },
	default: 10,
	description:
		'OliAI allows 10 for all that uses the same key. Lower it if other systems use it too; raise it only if OliAI has granted you more.',
};

/** The options that hold for all rows. */
export const upsertOptions = z.object({
	...sharedOptions,
	batchSize: wholeNumber('Batch Size', 1, maxContactsPerRequest),
	requestsPerMinute: wholeNumber('Bulk Requests per Minute', 1, maxBulkRequestsPerMinute),
});

/** What a row is read by, with everything that may differ from row to row as a column. */
export interface ContactForm {
	/** Undefined when the contacts are not put into an audience. */
	audience: Column | undefined;
	defaultCountry: Column;
	/** What it makes of the rows, counted while they are read. */
	countryCodes: CountryCodes;
	doNotCall: NumberList;
	fields: FieldReader;
	metadata: KeyValues;
}

/** The form of "Create or Update in Bulk". */
export interface UpsertForm extends ContactForm {
	formColumns: FormColumns;
	options: z.infer<typeof upsertOptions>;
}

/**
 * Reads the form once, its expressions unresolved.
 *
 * @throws InputProblem for what is wrong with it whatever the rows hold: an option out of its range, no audience, no
 * column with the phone number
 */
export function readUpsertForm(context: IExecuteFunctions): UpsertForm {
	const formColumns = new FormColumns(context);
	const options = readOptions(context, upsertOptions);
	const fields = new ContactFields(formColumns, readMapper(formColumns, contactLabels), contactTitles());
	fields.requirePhone('phoneNumber');
	const goesOn = context.getNodeParameter('addToAudience', 0, false) === true;
	const defaultCountry = readDefaultCountry(formColumns);
	return {
		formColumns,
		audience: goesOn ? readAudience(formColumns) : undefined,
		defaultCountry,
		countryCodes: formColumns.countryCodes,
		doNotCall: readDoNotCall(context, defaultCountry),
		fields,
		metadata: readKeyValues(formColumns, 'metadata', 'Metadata'),
		options,
	};
}

/** Reads what a person knows a row by out of a form that may be wrong in other places. */
export function identifyContact(context: IExecuteFunctions): Identifier<KnownContact> {
	const formColumns = new FormColumns(context);
	const fields = new ContactFields(formColumns, readMapper(formColumns, contactLabels), contactTitles());
	const goesOn = context.getNodeParameter('addToAudience', 0, false) === true;
	const audience = goesOn
		? formColumns.column('Audience', locatorValue(formColumns.raw('audienceId')))
		: undefined;
	return {
		id: () => undefined,
		phoneNumber: (json, itemIndex) => fields.read(json, itemIndex).text('phoneNumber'),
		audienceId: (_json, itemIndex) => audience && requireId('audience', audience.read(itemIndex)),
	};
}

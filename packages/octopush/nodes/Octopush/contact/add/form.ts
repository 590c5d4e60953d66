import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { NumberList } from '../../../../../../bulk/clean/phone/numberList';
import type { Column } from '../../../../../../n8n/form/columns/expressions';
import { readMapper } from '../../../../../../n8n/form/columns/columnMapper';
import { ContactFields } from '../../../../../../n8n/form/columns/contactFields';
import type { FieldReader } from '../../../../../../n8n/form/columns/fieldsByTitle';
import { FormColumns } from '../../../../../../n8n/form/columns/formColumns';
import type { CountryCodes } from '../../../../../../n8n/form/countryCodes';
import { readDoNotCall } from '../../../../../../n8n/form/doNotCall';
import { readOptions, sharedOptions, wholeNumber } from '../../../../../../n8n/form/bulkOptions';
import { readDefaultCountry } from '../../../../../../n8n/form/defaultCountry';
import type { Identifier } from '../../../../../../n8n/load/loadOperation';
import { octopushLimit } from '../../client';
import { contactLabels, contactTitles } from '../columns';
import type { KnownNumber } from '../output';
import { maxBatchSize } from '../schema';
import { checkTarget, type TargetColumns } from './target';

/** The options that hold for all rows. */
export const addOptions = z.object({
	...sharedOptions,
	batchSize: wholeNumber('Batch Size', 1, maxBatchSize),
	requestsPerSecond: wholeNumber('Requests per Second', 1, octopushLimit.requests),
});

/** What a row is read by, with everything that may differ from row to row as a column. */
export interface ContactForm {
	target: TargetColumns;
	defaultCountry: Column;
	/** What it makes of the rows, counted while they are read. */
	countryCodes: CountryCodes;
	doNotCall: NumberList;
	fields: FieldReader;
}

/** The form of "Add". */
export interface AddForm extends ContactForm {
	formColumns: FormColumns;
	options: z.infer<typeof addOptions>;
}

/**
 * Reads the form once, its expressions unresolved.
 *
 * @throws InputProblem for what is wrong with it whatever the rows hold: an option out of its range, a name that is too
 * long, no column with the phone number
 */
export function readAddForm(context: IExecuteFunctions): AddForm {
	const formColumns = new FormColumns(context);
	const options = readOptions(context, addOptions);
	const fields = new ContactFields(formColumns, readMapper(formColumns, contactLabels), contactTitles());
	fields.requirePhone('phone_number');
	const target = {
		listName: formColumns.field('List Name', 'listName', ''),
		tagName: formColumns.field('Tag Name', 'tagName', ''),
		ifExists: formColumns.field('If Contact Exists', 'ifExists', 'overwrite'),
		removeBlacklisted: formColumns.field('Leave Out Blacklisted Numbers', 'removeBlacklisted', false),
	};
	checkTarget(target);
	const defaultCountry = readDefaultCountry(formColumns);
	const doNotCall = readDoNotCall(context, defaultCountry);
	const { countryCodes } = formColumns;
	return { formColumns, target, defaultCountry, countryCodes, doNotCall, fields, options };
}

/** Reads the number of a row out of a form that may be wrong in other places. */
export function identifyNumber(context: IExecuteFunctions): Identifier<KnownNumber> {
	const formColumns = new FormColumns(context);
	const fields = new ContactFields(formColumns, readMapper(formColumns, contactLabels), contactTitles());
	return { phoneNumber: (json, itemIndex) => fields.read(json, itemIndex).text('phone_number') };
}

import type { INodeProperties } from 'n8n-workflow';
import { valueToText } from '../../../bulk/clean/text';
import {
	batchSizeOption,
	failWhenAllFailOption,
	maxRetriesOption,
	optionsField,
	readOptions,
	requestsPerSecondOption,
	stopWhenFailedOption,
	timeoutOption,
} from '../../../n8n/form/bulkOptions';
import { defaultCountryFields, olderDefaultCountry } from '../../../n8n/form/defaultCountry';
import { fixedColumn } from '../../../n8n/form/columns/expressions';
import { locatorValue } from '../../../n8n/form/columns/formColumns';
import { doNotCallOption, suppressed } from '../../../n8n/form/doNotCall';
import {
	binaryPropertyField,
	delimiterOption,
	encodingOption,
	fileColumnFields,
	sheetOption,
} from '../../../n8n/form/fileFields';
import { columnsBesides } from '../../../n8n/form/keyValues';
import { fileKeyValueFields, readFileKeyValues } from '../../../n8n/form/fileKeyValues';
import { trialOptions } from '../../../n8n/form/trial';
import { doNotCallFileOptions } from '../../../n8n/fileLoad/doNotCallFile';
import { readFileNumbers } from '../../../n8n/fileLoad/fileNumbers';
import { runFileLoad } from '../../../n8n/fileLoad/runFileLoad';
import { campaignPicker } from '../campaign/picker';
import { alturLimit, openClient } from '../client';
import type { Operation } from '../operation';
import { addMessages } from './add/errors';
import { addOptions, type ContactForm } from './add/form';
import {
	idempotencyKeyOption,
	idempotencyScope,
	idempotencyScopeOption,
	requireKey,
} from './add/idempotencyScope';
import { contactStatuses, toJson, type KnownContact } from './add/output';
import { contactRow, type Targets } from './add/rows';
import { addContactsService } from './add/service';
import { ifDuplicateFields, readTarget } from './add/target';
import { addTrial } from './add/trial';
import { contactLabels, contactTitles, knownTitles } from './columns';
import { maxContactsPerRequest, type Contact } from './schema';

const extractedData = { name: 'extractedData', label: 'Extracted Data' };

const fields: INodeProperties[] = [
	campaignPicker,
	binaryPropertyField,
	...fileColumnFields(contactLabels, knownTitles),
	...defaultCountryFields,
	...fileKeyValueFields(
		extractedData.name,
		extractedData.label,
		"What else the agent knows about the contact, as the campaign's variables",
	),
	...ifDuplicateFields,
	optionsField([
		batchSizeOption(
			maxContactsPerRequest,
			maxContactsPerRequest,
			'Contacts per request. Altur takes at most 1000; fewer is slower.',
		),
		...olderDefaultCountry,
		delimiterOption,
		doNotCallOption,
		...doNotCallFileOptions,
		encodingOption,
		failWhenAllFailOption,
		idempotencyKeyOption,
		maxRetriesOption,
		requestsPerSecondOption(
			alturLimit.requests,
			'Altur allows 12 for all that uses the same key. Lower it if other systems use it too, or if n8n runs in queue mode with several workers.',
		),
		sheetOption,
		stopWhenFailedOption,
		timeoutOption,
		...trialOptions,
		idempotencyScopeOption,
	]),
];

const contact = { labels: contactLabels, phoneField: 'contact', titles: contactTitles };

const run = runFileLoad<Contact, KnownContact>({
	service: 'Altur',
	forItems: 'Add to Campaign',
	statuses: [...contactStatuses, suppressed('skipped_duplicate')],
	resultColumns: ['status', 'id', 'contact', 'f_id', 'error_code', 'error_message'],
	checkColumns: [
		'status',
		'contact',
		'country',
		'name',
		'context',
		'f_id',
		'extracted_data',
		'error_code',
		'error_message',
	],
	toJson,
	contact,
	async prepare(context, { itemIndex, columns, fields: ofContact }) {
		const options = readOptions(context, addOptions, itemIndex);
		requireKey(options);
		const form: ContactForm = {
			campaign: fixedColumn(locatorValue(context.getNodeParameter('campaignId', itemIndex))),
			ifDuplicate: fixedColumn(context.getNodeParameter('ifDuplicate', itemIndex, 'skip')),
			fields: ofContact,
			extractedData: readFileKeyValues(context, itemIndex, { ...extractedData, columns }),
			...(await readFileNumbers(context, itemIndex, contact)),
		};
		readTarget(form, 0);
		const country = valueToText(form.defaultCountry.read(0));
		const targets: Targets = new Map();
		const scope = idempotencyScope(context, options, ['file', String(itemIndex)]);
		return {
			columns: { fields: ofContact, labels: contactLabels, ...columnsBesides(form.extractedData) },
			trial: addTrial(form, targets, options),
			open: async () => ({ client: await openClient(context, options) }),
			batchSize: options.batchSize ?? maxContactsPerRequest,
			service: addContactsService(scope, targets, () => country),
			messages: addMessages(targets),
			countryCodes: form.countryCodes,
			readRow: (json, index, known) => contactRow(form, targets, json, index, known),
		};
	},
});

/** Adds the rows of files to a campaign: POST /campaigns/{id}/contacts, up to 1000 rows a request. */
export const addContactsFromFile: Operation = {
	resource: 'contact',
	name: 'Add From File',
	value: 'addFromFile',
	action: 'Add contacts from file',
	description: 'Load a file of any size into a campaign; it needs no items and little memory',
	fields,
	run,
};

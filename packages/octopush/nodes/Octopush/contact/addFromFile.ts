import type { INodeProperties } from 'n8n-workflow';
import {
	batchSizeOption,
	failWhenAllFailOption,
	maxRetriesOption,
	optionsField,
	readOptions,
	requestsPerSecondOption,
	stopWhenFailedOption,
	timeoutOption,
} from '../../../../../n8n/form/bulkOptions';
import { defaultCountryFields, olderDefaultCountry } from '../../../../../n8n/form/defaultCountry';
import { fixedColumn } from '../../../../../n8n/form/columns/expressions';
import { doNotCallOption, suppressed } from '../../../../../n8n/form/doNotCall';
import {
	binaryPropertyField,
	delimiterOption,
	encodingOption,
	fileColumnFields,
	sheetOption,
} from '../../../../../n8n/form/fileFields';
import { trialOptions } from '../../../../../n8n/form/trial';
import { doNotCallFileOptions } from '../../../../../n8n/fileLoad/doNotCallFile';
import { readFileNumbers } from '../../../../../n8n/fileLoad/fileNumbers';
import { runFileLoad } from '../../../../../n8n/fileLoad/runFileLoad';
import { octopushLimit, openClient } from '../client';
import type { Operation } from '../operation';
import { addOptions, type ContactForm } from './add/form';
import { contactRow, type Targets } from './add/rows';
import { addContactsService } from './add/service';
import { checkTarget, policyFields, targetFields } from './add/target';
import { addTrial } from './add/trial';
import { contactLabels, contactTitles, knownTitles } from './columns';
import { contactMessages } from './errors';
import { addStatuses, toJson, type KnownNumber } from './output';
import { defaultBatchSize, maxBatchSize, type Contact } from './schema';

const fields: INodeProperties[] = [
	...targetFields,
	binaryPropertyField,
	...fileColumnFields(contactLabels, knownTitles),
	...defaultCountryFields,
	...policyFields,
	optionsField([
		batchSizeOption(
			maxBatchSize,
			defaultBatchSize,
			'Contacts per request. Octopush names no maximum; 200 is what it allows for deleting.',
		),
		...olderDefaultCountry,
		delimiterOption,
		doNotCallOption,
		...doNotCallFileOptions,
		encodingOption,
		failWhenAllFailOption,
		maxRetriesOption,
		requestsPerSecondOption(
			octopushLimit.requests,
			'Octopush names no limit. Lower it if it asks to slow down.',
		),
		sheetOption,
		stopWhenFailedOption,
		timeoutOption,
		...trialOptions,
	]),
];

const contact = { labels: contactLabels, phoneField: 'phone_number', titles: contactTitles };

const others = Object.keys(contactLabels).filter((field) => field !== contact.phoneField);

const run = runFileLoad<Contact, KnownNumber>({
	service: 'Octopush',
	forItems: 'Add',
	statuses: [...addStatuses, suppressed('skipped')],
	resultColumns: ['status', 'phone_number', 'reason', 'error_code', 'error_message'],
	checkColumns: ['status', 'phone_number', 'country', ...others, 'error_code', 'error_message'],
	toJson,
	contact,
	async prepare(context, { itemIndex, fields: ofContact }) {
		const options = readOptions(context, addOptions, itemIndex);
		const value = (name: string, fallback: unknown) =>
			fixedColumn(context.getNodeParameter(name, itemIndex, fallback));
		const form: ContactForm = {
			target: {
				listName: value('listName', ''),
				tagName: value('tagName', ''),
				ifExists: value('ifExists', 'overwrite'),
				removeBlacklisted: value('removeBlacklisted', false),
			},
			fields: ofContact,
			...(await readFileNumbers(context, itemIndex, contact)),
		};
		checkTarget(form.target);
		const targets: Targets = new Map();
		return {
			columns: { fields: ofContact, labels: contactLabels },
			trial: addTrial(options),
			open: async () => ({ client: await openClient(context, options) }),
			batchSize: options.batchSize ?? defaultBatchSize,
			service: addContactsService(targets),
			messages: contactMessages('added'),
			countryCodes: form.countryCodes,
			readRow: (json, index, known) => contactRow(form, targets, json, index, known),
		};
	},
});

/** Adds the rows of files, to a list and with a tag: POST /contact/create. */
export const addContactsFromFile: Operation = {
	resource: 'contact',
	name: 'Add From File',
	value: 'addFromFile',
	action: 'Add contacts from file',
	description: 'Load a file of any size: ten requests of 200 rows a second, so 100,000 take about a minute',
	fields,
	run,
};

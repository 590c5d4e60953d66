import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import {
	batchSizeOption,
	failWhenAllFailOption,
	maxRetriesOption,
	optionsField,
	readOptions,
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
import { columnsBesides } from '../../../../../n8n/form/keyValues';
import { fileKeyValueFields, readFileKeyValues } from '../../../../../n8n/form/fileKeyValues';
import { trialOptions } from '../../../../../n8n/form/trial';
import { doNotCallFileOptions } from '../../../../../n8n/fileLoad/doNotCallFile';
import type { OpenedFileLoad } from '../../../../../n8n/fileLoad/fileOperation';
import { readFileNumbers } from '../../../../../n8n/fileLoad/fileNumbers';
import { runFileLoad } from '../../../../../n8n/fileLoad/runFileLoad';
import { openClients } from '../client';
import { keepsOne } from '../errors';
import { requireId } from '../ids';
import type { Operation } from '../operation';
import { requestsPerMinuteOption, upsertOptions, type ContactForm } from './bulkUpsert/form';
import { audienceFields, audienceStep } from './bulkUpsert/putIntoAudience';
import { upsertRow } from './bulkUpsert/rows';
import { upsertService } from './bulkUpsert/service';
import { upsertTrial } from './bulkUpsert/trial';
import { contactLabels, contactTitles, knownTitles } from './columns';
import { contactMessages } from './errors';
import { toJson, upsertStatuses, type KnownContact } from './output';
import { maxContactsPerRequest, type BulkContact } from './schema';

const metadata = { name: 'metadata', label: 'Metadata' };

const fields: INodeProperties[] = [
	...audienceFields,
	binaryPropertyField,
	...fileColumnFields(contactLabels, knownTitles),
	...defaultCountryFields,
	...fileKeyValueFields(
		metadata.name,
		metadata.label,
		'What else is known about the contact, for the voice flow',
	),
	optionsField([
		batchSizeOption(
			maxContactsPerRequest,
			maxContactsPerRequest,
			'Contacts per request. OliAI takes at most 1000; fewer is slower.',
		),
		requestsPerMinuteOption,
		...olderDefaultCountry,
		delimiterOption,
		doNotCallOption,
		...doNotCallFileOptions,
		encodingOption,
		failWhenAllFailOption,
		maxRetriesOption,
		sheetOption,
		stopWhenFailedOption,
		timeoutOption,
		...trialOptions,
	]),
];

const contact = { labels: contactLabels, phoneField: 'phoneNumber', titles: contactTitles };

const run = runFileLoad<BulkContact, KnownContact>({
	service: 'OliAI',
	forItems: 'Create or Update in Bulk',
	statuses: [...upsertStatuses, suppressed('failed')],
	resultColumns: ['status', 'id', 'phoneNumber', 'audienceId', 'error_code', 'error_message'],
	checkColumns: [
		'status',
		'phoneNumber',
		'country',
		'name',
		'language',
		'metadata',
		'error_code',
		'error_message',
	],
	toJson,
	contact,
	async prepare(context, { itemIndex, columns, fields: ofContact }) {
		const { batchSize = maxContactsPerRequest, ...options } = readOptions(context, upsertOptions, itemIndex);
		const goesOn = context.getNodeParameter('addToAudience', itemIndex, false) === true;
		const audienceId = goesOn
			? requireId('audience', context.getNodeParameter('audienceId', itemIndex, ''))
			: undefined;
		const form: ContactForm = {
			audience: audienceId === undefined ? undefined : fixedColumn(audienceId),
			fields: ofContact,
			metadata: readFileKeyValues(context, itemIndex, { ...metadata, columns }),
			...(await readFileNumbers(context, itemIndex, contact)),
		};
		const hasCountry = form.defaultCountry.read(0) !== undefined;
		return {
			columns: { fields: ofContact, labels: contactLabels, ...columnsBesides(form.metadata) },
			trial: upsertTrial(form, options),
			open: async () => await openLoad(context, audienceId, batchSize, options),
			batchSize,
			service: upsertService(() => hasCountry),
			messages: contactMessages('stored', keepsOne),
			countryCodes: form.countryCodes,
			readRow: (json, index, known) => upsertRow(form, json, index, known),
		};
	},
});

/** Both requests count: those that store contacts, and those that put them into the audience. */
async function openLoad(
	context: IExecuteFunctions,
	audienceId: string | undefined,
	batchSize: number,
	options: Parameters<typeof openClients>[1],
): Promise<OpenedFileLoad> {
	const { bulk, general } = await openClients(context, options);
	if (audienceId === undefined) return { client: bulk };
	return { client: bulk, second: audienceStep(audienceId, batchSize, { ...general, counts: bulk.counts }) };
}

/** Creates or updates the rows of files by phone number, and puts them into an audience. */
export const upsertFromFile: Operation = {
	resource: 'contact',
	name: 'Create or Update From File',
	value: 'addFromFile',
	action: 'Create or update contacts from file',
	description:
		'Load a file of any size, and put its contacts into an audience if you like: at most 10,000 rows a minute',
	fields,
	run,
};

import type { INodeProperties } from 'n8n-workflow';
import { valueToText } from '../../../../../../bulk/clean/text';
import {
	batchSizeOption,
	failWhenAllFailOption,
	includeInputFieldsOption,
	maxRetriesOption,
	optionsField,
	stopWhenFailedOption,
	timeoutOption,
} from '../../../../../../n8n/form/bulkOptions';
import { defaultCountryFields, olderDefaultCountry } from '../../../../../../n8n/form/defaultCountry';
import { doNotCallOption, suppressed } from '../../../../../../n8n/form/doNotCall';
import { columnsBesides } from '../../../../../../n8n/form/keyValues';
import { outputField } from '../../../../../../n8n/form/outputField';
import { trialOptions, withTrialStatuses } from '../../../../../../n8n/form/trial';
import { runLoad } from '../../../../../../n8n/load/runLoad';
import { openClients } from '../../client';
import { columnFields, contactLabels } from '../columns';
import { contactMessages } from '../errors';
import { metadataFields } from '../metadata';
import { toJson, upsertStatuses, type KnownContact } from '../output';
import { audienceFields, putIntoAudience } from './putIntoAudience';
import { maxContactsPerRequest } from '../schema';
import { identifyContact, readUpsertForm, requestsPerMinuteOption } from './form';
import { upsertRow } from './rows';
import { upsertService } from './service';
import { upsertTrial } from './trial';
import { keepsOne } from '../../errors';
import type { Operation } from '../../operation';

const fields: INodeProperties[] = [
	...audienceFields,
	...columnFields,
	...defaultCountryFields,
	...metadataFields,
	outputField(upsertStatuses),
	optionsField([
		batchSizeOption(
			maxContactsPerRequest,
			maxContactsPerRequest,
			'Contacts per request. OliAI takes at most 1000; fewer is slower.',
		),
		requestsPerMinuteOption,
		...olderDefaultCountry,
		doNotCallOption,
		failWhenAllFailOption,
		includeInputFieldsOption('oliAi'),
		maxRetriesOption,
		stopWhenFailedOption,
		timeoutOption,
		...trialOptions,
	]),
];

const run = runLoad({
	service: 'OliAI',
	statuses: withTrialStatuses([...upsertStatuses, suppressed('failed')], 'failed'),
	besideInput: 'oliAi',
	toJson,
	identify: identifyContact,
	prepare(context) {
		const form = readUpsertForm(context);
		const { batchSize = maxContactsPerRequest, ...options } = form.options;
		const hasCountry = (itemIndex: number) => valueToText(form.defaultCountry.read(itemIndex)) !== undefined;
		return {
			formColumns: form.formColumns,
			columns: { fields: form.fields, labels: contactLabels, ...columnsBesides(form.metadata) },
			trial: upsertTrial(form, form.options),
			async open() {
				const { bulk, general } = await openClients(context, options);
				return {
					client: bulk,
					andThen: async (stored, known) =>
						form.audience ? await putIntoAudience(context, stored, known, batchSize, general) : stored,
				};
			},
			batchSize,
			service: upsertService(hasCountry),
			messages: contactMessages('stored', keepsOne),
			readRow: (json, itemIndex, known: Partial<KnownContact>) => upsertRow(form, json, itemIndex, known),
		};
	},
});

/** Creates or updates contacts by phone number, up to 1000 rows a request, and puts them into an audience. */
export const bulkUpsert: Operation = {
	resource: 'contact',
	name: 'Create or Update in Bulk',
	value: 'bulkUpsert',
	action: 'Create or update contacts in bulk',
	description:
		'Load all input rows as contacts, and put them into an audience if you like: at most 10,000 a minute',
	fields,
	run,
};

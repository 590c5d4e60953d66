import type { INodeProperties } from 'n8n-workflow';
import {
	batchSizeOption,
	failWhenAllFailOption,
	includeInputFieldsOption,
	maxRetriesOption,
	optionsField,
	requestsPerSecondOption,
	stopWhenFailedOption,
	timeoutOption,
} from '../../../../../../n8n/form/bulkOptions';
import { defaultCountryFields, olderDefaultCountry } from '../../../../../../n8n/form/defaultCountry';
import { doNotCallOption, suppressed } from '../../../../../../n8n/form/doNotCall';
import { outputField } from '../../../../../../n8n/form/outputField';
import { trialOptions, withTrialStatuses } from '../../../../../../n8n/form/trial';
import { runLoad } from '../../../../../../n8n/load/runLoad';
import { octopushLimit, openClient } from '../../client';
import { identifyNumber, readAddForm } from './form';
import { addContactsService } from './service';
import { columnFields, contactLabels } from '../columns';
import { contactMessages } from '../errors';
import { addStatuses, toJson, type KnownNumber } from '../output';
import { contactRow, type Targets } from './rows';
import { policyFields, targetFields } from './target';
import { addTrial } from './trial';
import { maxBatchSize, defaultBatchSize } from '../schema';
import type { Operation } from '../../operation';

const fields: INodeProperties[] = [
	...targetFields,
	...columnFields,
	...defaultCountryFields,
	...policyFields,
	outputField(addStatuses),
	optionsField([
		batchSizeOption(
			maxBatchSize,
			defaultBatchSize,
			'Contacts per request. Octopush names no maximum; 200 is what it allows for deleting.',
		),
		...olderDefaultCountry,
		doNotCallOption,
		failWhenAllFailOption,
		includeInputFieldsOption('octopush'),
		maxRetriesOption,
		requestsPerSecondOption(
			octopushLimit.requests,
			'Octopush names no limit. Lower it if it asks to slow down.',
		),
		stopWhenFailedOption,
		timeoutOption,
		...trialOptions,
	]),
];

const run = runLoad({
	service: 'Octopush',
	statuses: withTrialStatuses([...addStatuses, suppressed('skipped')], 'skipped'),
	besideInput: 'octopush',
	toJson,
	identify: identifyNumber,
	prepare(context) {
		const form = readAddForm(context);
		const targets: Targets = new Map();
		return {
			formColumns: form.formColumns,
			columns: { fields: form.fields, labels: contactLabels },
			trial: addTrial(form.options),
			open: async () => ({ client: await openClient(context, form.options) }),
			batchSize: form.options.batchSize ?? defaultBatchSize,
			service: addContactsService(targets),
			messages: contactMessages('added'),
			readRow: (json, itemIndex, known: Partial<KnownNumber>) =>
				contactRow(form, targets, json, itemIndex, known),
		};
	},
});

/** Adds contacts, to a list and with a tag: POST /contact/create. */
export const addContacts: Operation = {
	resource: 'contact',
	name: 'Add',
	value: 'add',
	action: 'Add contacts',
	description:
		'Add all input rows as contacts, to a list and with a tag: ten requests of 200 a second, so 100,000 take about a minute',
	fields,
	run,
};

import type { INodeProperties } from 'n8n-workflow';
import {
	batchSizeOption,
	defaultCountryOption,
	includeInputFieldsOption,
	maxRetriesOption,
	optionsField,
	requestsPerSecondOption,
	stopWhenFailedOption,
	timeoutOption,
} from '../../../../../../n8n/form/bulkOptions';
import { doNotCallOption, suppressed } from '../../../../../../n8n/form/doNotCall';
import { outputField } from '../../../../../../n8n/form/outputField';
import { trialOptions, withTrialStatuses } from '../../../../../../n8n/form/trial';
import { runLoad } from '../../../../../../n8n/load/runLoad';
import { octopushLimit, openClient } from '../../client';
import { identifyNumber, readAddForm } from './form';
import { addContactsService } from './service';
import { columnFields } from '../columns';
import { contactMessages } from '../errors';
import { addStatuses, toJson, type KnownNumber } from '../output';
import { contactRow, type Targets } from './rows';
import { addTrial } from './trial';
import { maxBatchSize, defaultBatchSize } from '../schema';
import { listNameField } from '../../names';
import type { Operation } from '../../operation';

const fields: INodeProperties[] = [
	...columnFields,
	{
		...listNameField,
		description: 'The list to which the contacts are added, at most 30 characters. Empty for none.',
	},
	{
		displayName: 'Tag Name',
		name: 'tagName',
		type: 'string',
		default: '',
		placeholder: 'e.g. vip',
		description: 'A tag that every contact gets, at most 20 characters. Empty for none.',
	},
	{
		displayName: 'If Contact Exists',
		name: 'ifExists',
		type: 'options',
		default: 'overwrite',
		description: 'What to do when the phone number is in the account already',
		options: [
			{ name: 'Overwrite It', value: 'overwrite', description: 'The row comes back as updated' },
			{ name: 'Keep It as It Is', value: 'keep', description: 'The row comes back as skipped' },
		],
	},
	{
		displayName: 'Remove Blacklisted Numbers',
		name: 'removeBlacklisted',
		type: 'boolean',
		default: false,
		description: 'Whether Octopush leaves out numbers that are on its blacklist',
	},
	outputField(addStatuses),
	optionsField([
		batchSizeOption(
			maxBatchSize,
			defaultBatchSize,
			'Contacts per request. Octopush names no maximum; 200 is what it allows for deleting.',
		),
		defaultCountryOption('FR'),
		doNotCallOption,
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
			trial: addTrial(form),
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
	description: 'Add all input rows as contacts, in batches, to a list and with a tag',
	fields,
	run,
};

import type { INodeProperties } from 'n8n-workflow';
import { valueToText } from '../../../../bulk/clean/text';
import { doNotCallOption, suppressed } from '../../../../n8n/form/doNotCall';
import { executionScope } from '../../../../n8n/item/executionScope';
import { keyValueFields } from '../../../../n8n/form/keyValueFields';
import {
	batchSizeOption,
	defaultCountryOption,
	includeInputFieldsOption,
	maxRetriesOption,
	optionsField,
	requestsPerSecondOption,
	stopWhenFailedOption,
	timeoutOption,
} from '../../../../n8n/form/bulkOptions';
import { outputField } from '../../../../n8n/form/outputField';
import { trialOptions, withTrialStatuses } from '../../../../n8n/form/trial';
import { runLoad } from '../../../../n8n/load/runLoad';
import { campaignPicker } from '../../campaign/picker';
import { alturLimit, openClient } from '../../client';
import { identifyContact, readAddForm } from './form';
import { addContactsService } from './service';
import { columnFields } from '../columns';
import { addMessages } from './errors';
import { contactStatuses, type KnownContact, toJson } from './output';
import { repeatedIdsHint } from './repeatedIds';
import { contactRow, type Targets } from './rows';
import { addTrial } from './trial';
import { maxContactsPerRequest } from '../schema';
import type { Operation } from '../../operation';

const fields: INodeProperties[] = [
	campaignPicker,
	...columnFields,
	...keyValueFields({
		name: 'extractedData',
		label: 'Extracted Data',
		description: "What else the agent knows about the contact, as the campaign's variables",
		jsonDescription: 'An object such as {"balance": "1200"}. Values are sent as text.',
		keyDescription: 'Name of the variable in Altur',
	}),
	{
		displayName: 'If Duplicate',
		name: 'ifDuplicate',
		type: 'options',
		default: 'skip',
		description: 'What to do when the phone number is in the campaign already',
		options: [
			{
				name: 'Keep the Contact in Altur',
				value: 'skip',
				description: 'The row comes back as skipped_duplicate',
			},
			{
				name: 'Update the Contact in Altur',
				value: 'update',
				description:
					'Overwrites name, context, extracted data and external ID; the last row of a number wins',
			},
		],
	},
	{
		displayName:
			'Name, context, extracted data and external ID of the contact in Altur are overwritten. Map everything that should stay: what you leave out may be emptied.',
		name: 'overwriteNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { ifDuplicate: ['update'] } },
	},
	outputField(contactStatuses),
	optionsField([
		batchSizeOption(
			maxContactsPerRequest,
			maxContactsPerRequest,
			'Contacts per request. Altur takes at most 1000; fewer is slower.',
		),
		defaultCountryOption('MX'),
		doNotCallOption,
		{
			displayName: 'Idempotency Key',
			name: 'idempotencyKey',
			type: 'string',
			typeOptions: { password: false },
			default: '',
			placeholder: 'e.g. {{ $json.importId }}',
			displayOptions: { show: { idempotencyScope: ['custom'] } },
			description:
				'The same rows under the same key are added once. It is read from the first row and combined with the contents of each request.',
		},
		{
			displayName: 'Idempotency Scope',
			name: 'idempotencyScope',
			type: 'options',
			default: 'execution',
			description:
				'When Altur takes a request for one that it has answered already, and only repeats the answer',
			options: [
				{
					name: 'This Execution',
					value: 'execution',
					description: 'Also its retries; a new execution sends again',
				},
				{
					name: 'Same Content',
					value: 'content',
					description:
						'Also in a new execution, as long as Altur remembers; for schedules that may run twice. A row that goes back to what it was before (100, 200, then 100 again) is not sent again then.',
				},
				{
					name: 'My Own Key',
					value: 'custom',
					description:
						'The same content under the same key; a row that goes back to what it was before is not sent again under it',
				},
			],
		},
		includeInputFieldsOption('altur'),
		maxRetriesOption,
		requestsPerSecondOption(
			alturLimit.requests,
			'Altur allows 12 for all that uses the same key. Lower it if other systems use it too, or if n8n runs in queue mode with several workers.',
		),
		stopWhenFailedOption,
		timeoutOption,
		...trialOptions,
	]),
];

const run = runLoad({
	service: 'Altur',
	statuses: withTrialStatuses([...contactStatuses, suppressed('skipped_duplicate')], 'skipped_duplicate'),
	besideInput: 'altur',
	toJson,
	hintFor: repeatedIdsHint,
	identify: identifyContact,
	prepare(context) {
		const form = readAddForm(context);
		const {
			batchSize = maxContactsPerRequest,
			idempotencyScope = 'execution',
			idempotencyKey,
		} = form.options;
		const scopes = {
			execution: () => executionScope(context),
			content: () => ['content'],
			custom: () => ['custom', idempotencyKey ?? ''],
		};
		const targets: Targets = new Map();
		const hasCountry = (itemIndex: number) => valueToText(form.defaultCountry.read(itemIndex)) !== undefined;
		return {
			formColumns: form.formColumns,
			trial: addTrial(form, targets),
			open: async () => ({ client: await openClient(context, form.options) }),
			batchSize,
			service: addContactsService(scopes[idempotencyScope](), targets, hasCountry),
			messages: addMessages(targets),
			readRow: (json, itemIndex, known: Partial<KnownContact>) =>
				contactRow(form, targets, json, itemIndex, known),
		};
	},
});

/** Adds contacts to campaigns: POST /campaigns/{id}/contacts, up to 1000 rows a request. */
export const addContacts: Operation = {
	resource: 'contact',
	name: 'Add to Campaign',
	value: 'add',
	action: 'Add contacts to campaign',
	description: 'Load all input rows into a campaign, in batches',
	fields,
	run,
};

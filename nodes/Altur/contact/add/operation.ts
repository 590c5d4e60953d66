import type { INodeProperties } from 'n8n-workflow';
import { valueToText } from '../../../../bulk/clean/text';
import { onlyWhenAsked } from '../../../../n8n/agent/onlyWhenAsked';
import { doNotCallOption, suppressed } from '../../../../n8n/form/doNotCall';
import { columnsBesides } from '../../../../n8n/form/keyValues';
import { keyValueFields } from '../../../../n8n/form/keyValueFields';
import {
	batchSizeOption,
	failWhenAllFailOption,
	includeInputFieldsOption,
	maxRetriesOption,
	optionsField,
	requestsPerSecondOption,
	stopWhenFailedOption,
	timeoutOption,
} from '../../../../n8n/form/bulkOptions';
import { defaultCountryFields, olderDefaultCountry } from '../../../../n8n/form/defaultCountry';
import { outputField } from '../../../../n8n/form/outputField';
import { trialOptions, withTrialStatuses } from '../../../../n8n/form/trial';
import { runLoad } from '../../../../n8n/load/runLoad';
import { campaignPicker } from '../../campaign/picker';
import { alturLimit, openClient } from '../../client';
import { identifyContact, readAddForm } from './form';
import { addContactsService } from './service';
import { columnFields, contactLabels } from '../columns';
import { addMessages } from './errors';
import { idempotencyKeyOption, idempotencyScope, idempotencyScopeOption } from './idempotencyScope';
import { ifDuplicateFields } from './target';
import { contactStatuses, type KnownContact, toJson } from './output';
import { repeatedIdsHint } from './repeatedIds';
import { contactRow, type Targets } from './rows';
import { addTrial } from './trial';
import { maxContactsPerRequest } from '../schema';
import type { Operation } from '../../operation';

const fields: INodeProperties[] = [
	campaignPicker,
	...columnFields,
	...defaultCountryFields,
	...keyValueFields({
		name: 'extractedData',
		label: 'Extracted Data',
		description: "What else the agent knows about the contact, as the campaign's variables",
		jsonDescription: 'An object such as {"balance": "1200"}. Values are sent as text.',
		keyDescription: 'Name of the variable in Altur',
	}),
	...ifDuplicateFields,
	outputField(contactStatuses),
	optionsField([
		batchSizeOption(
			maxContactsPerRequest,
			maxContactsPerRequest,
			'Contacts per request. Altur takes at most 1000; fewer is slower.',
		),
		...olderDefaultCountry,
		doNotCallOption,
		failWhenAllFailOption,
		idempotencyKeyOption,
		includeInputFieldsOption('altur'),
		maxRetriesOption,
		requestsPerSecondOption(
			alturLimit.requests,
			'Altur allows 12 for all that uses the same key. Lower it if other systems use it too, or if n8n runs in queue mode with several workers.',
		),
		stopWhenFailedOption,
		timeoutOption,
		...trialOptions,
		idempotencyScopeOption,
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
		const targets: Targets = new Map();
		const countryOf = (itemIndex: number) => valueToText(form.defaultCountry.read(itemIndex));
		return {
			formColumns: form.formColumns,
			columns: { fields: form.fields, labels: contactLabels, ...columnsBesides(form.extractedData) },
			trial: addTrial(form, targets, form.options),
			open: async () => ({ client: await openClient(context, form.options) }),
			batchSize: form.options.batchSize ?? maxContactsPerRequest,
			service: addContactsService(idempotencyScope(context, form.options), targets, countryOf),
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
	forAgents: `Adds a contact to a campaign. Altur calls or writes to that person when the campaign is active. ${onlyWhenAsked('this person to be added')}`,
	fields,
	run,
};

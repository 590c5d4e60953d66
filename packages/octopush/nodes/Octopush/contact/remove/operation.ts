import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { valueToText } from '../../../../../../bulk/clean/text';
import { onlyWhenAsked } from '../../../../../../n8n/agent/onlyWhenAsked';
import { FormColumns } from '../../../../../../n8n/form/columns/formColumns';
import {
	batchSizeOption,
	maxRetriesOption,
	optionsField,
	readOptions,
	sharedOptions,
	timeoutOption,
	wholeNumber,
} from '../../../../../../n8n/form/bulkOptions';
import {
	defaultCountryFields,
	olderDefaultCountry,
	readDefaultCountry,
} from '../../../../../../n8n/form/defaultCountry';
import { runLoad } from '../../../../../../n8n/load/runLoad';
import { openClient } from '../../client';
import { contactMessages } from '../errors';
import { removeStatuses, toJson, type KnownNumber } from '../output';
import { removalRow, removalService, type RemovalForm } from './service';
import { maxNumbersPerRemoval } from '../schema';
import { listNameField, requireListName } from '../../names';
import type { Operation } from '../../operation';

const fields: INodeProperties[] = [
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.phone }}',
		description: 'Drag the column with the phone numbers here',
	},
	...defaultCountryFields,
	{
		displayName: 'Remove From',
		name: 'removeFrom',
		type: 'options',
		noDataExpression: true,
		default: 'list',
		description: 'Where the contacts are removed',
		options: [
			{ name: 'List', value: 'list', description: 'The contacts stay in the account' },
			{ name: 'Account', value: 'account', description: 'The contacts are deleted, in all lists' },
		],
	},
	{ ...listNameField, required: true, displayOptions: { show: { removeFrom: ['list'] } } },
	optionsField([
		batchSizeOption(
			maxNumbersPerRemoval,
			maxNumbersPerRemoval,
			'Numbers per request. Octopush takes at most 200.',
		),
		...olderDefaultCountry,
		maxRetriesOption,
		timeoutOption,
	]),
];

const optionsSchema = z.object({
	...sharedOptions,
	batchSize: wholeNumber('Batch Size', 1, maxNumbersPerRemoval),
});

function readForm(context: IExecuteFunctions): RemovalForm {
	const formColumns = new FormColumns(context);
	const isFromList = z.enum(['list', 'account']).parse(context.getNodeParameter('removeFrom', 0)) === 'list';
	const phoneNumber = formColumns.field('Phone Number', 'phoneNumber');
	const listName = isFromList ? formColumns.field('List Name', 'listName', '') : undefined;
	formColumns.requireColumns('Phone Number', phoneNumber);
	if (listName) formColumns.requireColumns('List Name', listName);
	if (listName?.isSameForAll) requireListName(listName.read(0));
	return { formColumns, phoneNumber, defaultCountry: readDefaultCountry(formColumns), listName };
}

const run = runLoad({
	service: 'Octopush',
	statuses: removeStatuses,
	toJson,
	identify(context) {
		const phoneNumber = new FormColumns(context).field('Phone Number', 'phoneNumber');
		return { phoneNumber: (_json, itemIndex) => valueToText(phoneNumber.read(itemIndex)) };
	},
	prepare(context) {
		const form = readForm(context);
		const { batchSize = maxNumbersPerRemoval, ...options } = readOptions(context, optionsSchema);
		return {
			formColumns: form.formColumns,
			open: async () => ({ client: await openClient(context, options) }),
			batchSize,
			service: removalService,
			messages: contactMessages('removed'),
			readRow: (_json, itemIndex, known: Partial<KnownNumber>) => removalRow(form, itemIndex, known),
		};
	},
});

/** Removes contacts from a list or from the account: DELETE /contact/delete, up to 200 numbers a request. */
export const removeContacts: Operation = {
	resource: 'contact',
	name: 'Remove',
	value: 'remove',
	action: 'Remove contacts',
	description:
		'Remove all input rows from a list or from the account: ten requests of 200 a second, so 100,000 take about a minute',
	forAgents: `Removes a contact from a list or from the account, which cannot be undone. ${onlyWhenAsked('this contact to be removed')}`,
	fields,
	run,
};

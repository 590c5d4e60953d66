import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { finishLoad } from '../../../../../../n8n/finishLoad';
import { FormColumns } from '../../../../../../n8n/formColumns';
import { loadItems } from '../../../../../../n8n/loadItems';
import {
	batchSizeOption,
	defaultCountryOption,
	maxRetriesOption,
	optionsField,
	readDefaultCountry,
	readOptions,
	sharedOptions,
	timeoutOption,
	wholeNumber,
} from '../../../../../../n8n/loadOptions';
import { openChannel } from '../../channel';
import { contactWords } from '../../contacts/loadWords';
import { removeStatuses, toJson } from '../../contacts/output';
import { removalRows, removalService } from '../../contacts/removal';
import { mostNumbersPerRemoval } from '../../contacts/schema';
import { listNameField } from '../../listName';
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
			mostNumbersPerRemoval,
			mostNumbersPerRemoval,
			'Numbers per request. Octopush takes at most 200.',
		),
		defaultCountryOption('FR'),
		maxRetriesOption,
		timeoutOption,
	]),
];

const optionsSchema = z.object({
	...sharedOptions,
	batchSize: wholeNumber('Batch Size', 1, mostNumbersPerRemoval),
});

async function run(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (context.getInputData().length === 0) return [[]];
	const columns = new FormColumns(context);
	const isFromList = z.enum(['list', 'account']).parse(context.getNodeParameter('removeFrom', 0)) === 'list';
	const form = {
		columns,
		phoneNumber: columns.field('Phone Number', 'phoneNumber'),
		defaultCountry: readDefaultCountry(context, columns),
		listName: isFromList ? columns.field('List Name', 'listName', '') : undefined,
	};
	const { batchSize = mostNumbersPerRemoval, ...options } = readOptions(context, optionsSchema);
	const channel = await openChannel(context, options);
	const rows = (refuseOnly: boolean) => removalRows(context, form, refuseOnly);
	const load = { rows, batchSize, service: removalService, channel };
	const loaded = await loadItems(context, load, contactWords('removed'));
	const results = loaded.map((result, itemIndex) => ({ itemIndex, result }));
	return finishLoad(context, results, {
		service: 'Octopush',
		channel,
		columns,
		output: 'perContact',
		statuses: removeStatuses,
		toJson,
	});
}

/** Removes contacts from a list or from the account: DELETE /contact/delete, up to 200 numbers a request. */
export const removeContacts: Operation = {
	resource: 'contact',
	name: 'Remove',
	value: 'remove',
	action: 'Remove contacts',
	description: 'Remove all input rows from a list or from the account, in batches',
	fields,
	run,
};

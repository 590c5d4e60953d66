import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { valueToText } from '../../../../../../bulk/text';
import { finishLoad } from '../../../../../../n8n/finishLoad';
import { loadItems } from '../../../../../../n8n/loadItems';
import {
	batchSizeOption,
	defaultCountryOption,
	includeInputFieldsOption,
	maxRetriesOption,
	optionsField,
	timeoutOption,
} from '../../../../../../n8n/loadOptions';
import { outputField } from '../../../../../../n8n/outputField';
import { audiencePicker } from '../../audiencePicker';
import { openChannels } from '../../channel';
import { columnFields } from '../../contacts/columns';
import { contactWords } from '../../contacts/loadWords';
import { metadataFields } from '../../contacts/metadata';
import { toJson, upsertStatuses, type ContactResult } from '../../contacts/output';
import { putIntoAudience } from '../../contacts/putIntoAudience';
import { usualBatch } from '../../contacts/schema';
import { mostPerMinute, readUpsertForm } from '../../contacts/upsertForm';
import { upsertRows, type Audiences } from '../../contacts/upsertRows';
import { upsertServiceFor } from '../../contacts/upsertService';
import { keepsOne } from '../../explain';
import type { Operation } from '../../operation';

const fields: INodeProperties[] = [
	...columnFields,
	...metadataFields,
	{
		displayName: 'Add to Audience',
		name: 'addToAudience',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description: 'Whether to put the contacts into an audience, after they are stored',
	},
	{ ...audiencePicker, displayOptions: { show: { addToAudience: [true] } } },
	outputField(upsertStatuses),
	optionsField([
		batchSizeOption(
			usualBatch,
			usualBatch,
			'Contacts per request. OliAI takes at most 1000; fewer is slower.',
		),
		{
			displayName: 'Bulk Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: mostPerMinute, numberPrecision: 0 },
			default: 10,
			description:
				'OliAI allows 10 for all that uses the same key. Lower it if other systems use it too; raise it only if OliAI has granted you more.',
		},
		defaultCountryOption('IN'),
		includeInputFieldsOption('oliAi'),
		maxRetriesOption,
		timeoutOption,
	]),
];

async function run(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (context.getInputData().length === 0) return [[]];
	const form = readUpsertForm(context);
	const { batchSize = usualBatch, ...options } = form.options;
	const { bulk, general } = await openChannels(context, options);
	const audiences: Audiences = new Map();
	const rows = (refuseOnly: boolean) => upsertRows(context, form, audiences, refuseOnly);
	const hasCountry = (itemIndex: number) => valueToText(form.defaultCountry.read(itemIndex)) !== undefined;
	const load = { rows, batchSize, service: upsertServiceFor(hasCountry), channel: bulk };
	const stored = await loadItems(context, load, contactWords('stored', keepsOne));
	const loaded = form.audience
		? await putIntoAudience(context, stored, audiences, batchSize, general)
		: stored;

	const results = loaded.map((result, itemIndex): ContactResult => ({
		itemIndex,
		audienceId: audiences.get(itemIndex),
		result,
	}));
	return finishLoad(context, results, {
		service: 'OliAI',
		channel: bulk,
		columns: form.columns,
		output: form.output,
		statuses: upsertStatuses,
		besideInput: form.options.includeInputFields ? 'oliAi' : undefined,
		toJson,
	});
}

/** Creates or updates contacts by phone number, up to 1000 rows a request, and puts them into an audience. */
export const bulkUpsert: Operation = {
	resource: 'contact',
	name: 'Create or Update in Bulk',
	value: 'bulkUpsert',
	action: 'Create or update contacts in bulk',
	description: 'Load all input rows as contacts, in batches, and put them into an audience if you like',
	fields,
	run,
};

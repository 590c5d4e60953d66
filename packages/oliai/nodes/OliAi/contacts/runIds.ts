import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import { finishLoad } from '../../../../../n8n/finishLoad';
import { FormColumns, locatorValue } from '../../../../../n8n/formColumns';
import type { StatusLabel } from '../../../../../n8n/itemOutputs';
import { loadItems } from '../../../../../n8n/loadItems';
import {
	batchSizeOption,
	maxRetriesOption,
	optionsField,
	readOptions,
	sharedOptions,
	timeoutOption,
	wholeNumber,
} from '../../../../../n8n/loadOptions';
import { readRows } from '../../../../../n8n/readRows';
import { openChannel } from '../channel';
import { harmless } from '../explain';
import { requireId } from '../ids';
import { idService, type IdRequest } from './idService';
import { contactWords } from './loadWords';
import { toJson, type ContactResult } from './output';

/** Not documented for IDs; the same as for contacts. */
const usualIds = 1000;

const optionsSchema = z.object({ ...sharedOptions, batchSize: wholeNumber('Batch Size', 1, usualIds) });

/** The options of the operations that go by IDs. */
export const idOptions = optionsField([
	batchSizeOption(usualIds, usualIds, 'Contacts per request'),
	maxRetriesOption,
	timeoutOption,
]);

/** An operation that does one thing to all contacts whose IDs come in. */
export interface IdOperation {
	request: IdRequest;
	/** Whether the form names an audience. */
	hasAudience: boolean;
	/** What becomes of a contact, for the sentences. */
	participle: string;
	statuses: readonly StatusLabel[];
}

/** Makes the `run` of such an operation. */
export function runIds({ request, hasAudience, participle, statuses }: IdOperation) {
	return async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> => {
		if (context.getInputData().length === 0) return [[]];
		const form = new FormColumns(context);
		const contact = form.field('Contact ID', 'contactId');
		const audience = hasAudience ? form.column('Audience', locatorValue(form.raw('audienceId'))) : undefined;
		const { batchSize = usualIds, ...options } = readOptions(context, optionsSchema);
		const channel = await openChannel(context, options);
		const audiences = new Map<number, string>();
		const rows = (refuseOnly: boolean) =>
			readRows(context, refuseOnly, (_json, itemIndex) => {
				const group = audience ? requireId('audience', audience.read(itemIndex)) : '';
				if (audience) audiences.set(itemIndex, group);
				const payload = requireId('contact', contact.read(itemIndex));
				return { itemIndex, group, orderKey: `${group} ${payload}`, payload };
			});
		const load = { rows, batchSize, service: idService(request), channel };
		const loaded = await loadItems(context, load, contactWords(participle, harmless));
		const results = loaded.map((result, itemIndex): ContactResult => ({
			itemIndex,
			audienceId: audiences.get(itemIndex),
			result,
		}));
		return finishLoad(context, results, {
			service: 'OliAI',
			channel,
			columns: form,
			output: 'perContact',
			statuses,
			toJson,
		});
	};
}

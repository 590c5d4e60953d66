import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { valueToText } from '../../../../../bulk/clean/text';
import { FormColumns, locatorValue } from '../../../../../n8n/form/columns/formColumns';
import type { StatusLabel } from '../../../../../n8n/form/outputField';
import {
	batchSizeOption,
	maxRetriesOption,
	optionsField,
	readOptions,
	sharedOptions,
	timeoutOption,
	wholeNumber,
} from '../../../../../n8n/form/bulkOptions';
import type { Identifier } from '../../../../../n8n/load/loadOperation';
import { runLoad } from '../../../../../n8n/load/runLoad';
import { openClient } from '../client';
import { retryIsHarmless } from '../../../../../n8n/messages';
import { readAudience, requireId } from '../ids';
import { idService, type IdRequest } from './service';
import { contactMessages } from '../contact/errors';
import { toJson, type KnownContact } from '../contact/output';

/** Not documented for IDs; the same as for contacts. */
const maxIdsPerRequest = 1000;

const optionsSchema = z.object({
	...sharedOptions,
	batchSize: wholeNumber('Batch Size', 1, maxIdsPerRequest),
});

/** The options of the operations that go by IDs. */
export const idOptions = optionsField([
	batchSizeOption(maxIdsPerRequest, maxIdsPerRequest, 'Contacts per request'),
	maxRetriesOption,
	timeoutOption,
]);

/** An operation that does one thing to all contacts whose IDs come in. */
interface IdOperation {
	request: IdRequest;
	/** Whether the form names an audience. */
	hasAudience: boolean;
	/** What becomes of a contact, for the sentences. */
	participle: string;
	statuses: readonly StatusLabel[];
}

/** Makes the `run` of such an operation. */
export function runIds({ request, hasAudience, participle, statuses }: IdOperation) {
	return runLoad({
		service: 'OliAI',
		statuses,
		toJson,
		identify: (context) => identifyById(context, hasAudience),
		prepare(context) {
			const formColumns = new FormColumns(context);
			const contact = formColumns.field('Contact ID', 'contactId');
			formColumns.requireColumns('Contact ID', contact);
			if (contact.isSameForAll) requireId('contact', contact.read(0));
			const audience = hasAudience ? readAudience(formColumns) : undefined;
			const { batchSize = maxIdsPerRequest, ...options } = readOptions(context, optionsSchema);
			return {
				formColumns,
				open: async () => ({ client: await openClient(context, options) }),
				batchSize,
				service: idService(request),
				messages: contactMessages(participle, retryIsHarmless),
				readRow(_json, itemIndex, known: Partial<KnownContact>) {
					known.id = valueToText(contact.read(itemIndex))?.trim();
					if (audience) known.audienceId = requireId('audience', audience.read(itemIndex));
					const group = known.audienceId ?? '';
					const payload = requireId('contact', contact.read(itemIndex));
					return { itemIndex, group, orderKey: `${group} ${payload}`, payload };
				},
			};
		},
	});
}

/** Reads what a person knows a row by out of a form that may be wrong in other places. */
function identifyById(context: IExecuteFunctions, hasAudience: boolean): Identifier<KnownContact> {
	const formColumns = new FormColumns(context);
	const contact = formColumns.field('Contact ID', 'contactId');
	const audience = hasAudience
		? formColumns.column('Audience', locatorValue(formColumns.raw('audienceId')))
		: undefined;
	return {
		id: (_json, itemIndex) => requireId('contact', contact.read(itemIndex)),
		phoneNumber: () => undefined,
		audienceId: (_json, itemIndex) => audience && requireId('audience', audience.read(itemIndex)),
	};
}

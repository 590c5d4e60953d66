import type { ItemForm } from '../../n8n/form/itemForm';
import type { ItemWork } from '../../n8n/item/itemWork';
import { runPerItem } from '../../n8n/item/perItem';
import { openClient } from './client';
import { readRefusal } from './refusal';
import { explainFailure } from './errors';
import type { Subject } from './refusalCodes';
import type { Operation as AnyOperation } from '../../n8n/node/operation';

/** An operation of this node. */
export type Operation = AnyOperation<'campaign' | 'contact' | 'call' | 'thread' | 'message' | 'endUser'>;

/** What an input item asks Altur for, checked. */
export interface AlturWork extends Pick<ItemWork, 'carryOut' | 'binary' | 'once' | 'noteDoubt'> {
	/** What the sentences about a failure name. */
	subject: Subject;
}

/**
 * Makes the `run` of an operation of Altur that goes item by item, through the same client as everything else.
 *
 * @param read reads an item's form; throws InputProblem with all that is wrong with it
 */
export function perItem(read: (form: ItemForm) => AlturWork): Operation['run'] {
	return async (context) =>
		await runPerItem(context, {
			name: 'Altur',
			openClient,
			read(form) {
				const { subject, ...work } = read(form);
				return {
					...work,
					explain(failure) {
						const { field, currentStatus, validTargets } = readRefusal(failure.body);
						const details = { field, current_status: currentStatus, valid_targets: validTargets?.join(', ') };
						return { ...explainFailure(failure, subject), details };
					},
				};
			},
		});
}

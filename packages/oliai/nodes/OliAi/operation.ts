import type { ItemForm } from '../../../../n8n/form/itemForm';
import type { ItemWork } from '../../../../n8n/item/itemWork';
import { runPerItem } from '../../../../n8n/item/perItem';
import { openClient } from './client';
import { explainFailure, type Subject } from './errors';
import type { Operation as AnyOperation } from '../../../../n8n/node/operation';

/** An operation of this node. */
export type Operation = AnyOperation<'audience' | 'contact'>;

/** What an input item asks OliAI for, checked. */
interface OliAiWork extends Pick<ItemWork, 'carryOut' | 'once' | 'noteDoubt'> {
	/** What the sentences about a failure name. */
	subject?: Subject;
}

/**
 * Makes the `run` of an operation of OliAI that goes item by item.
 *
 * @param read reads an item's form; throws InputProblem with all that is wrong with it
 */
export function perItem(read: (form: ItemForm) => OliAiWork): Operation['run'] {
	return async (context) =>
		await runPerItem(context, {
			name: 'OliAI',
			openClient,
			read(form) {
				const { subject, ...work } = read(form);
				return { ...work, explain: (failure) => explainFailure(failure, subject) };
			},
		});
}

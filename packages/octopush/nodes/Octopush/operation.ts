import type { Failure } from '../../../../bulk/request/failure';
import type { ItemForm } from '../../../../n8n/form/itemForm';
import type { ItemWork } from '../../../../n8n/item/itemWork';
import { runPerItem } from '../../../../n8n/item/perItem';
import { openClient } from './client';
import { explainFailure } from './errors';
import type { Operation as AnyOperation } from '../../../../n8n/node/operation';

/** An operation of this node. */
export type Operation = AnyOperation<'account' | 'contact' | 'contactList'>;

/** What an input item asks Octopush for, checked. */
interface OctopushWork extends Pick<ItemWork, 'carryOut' | 'once'> {
	/** What comes of running the node again, a sentence; by default that doing it twice does no harm. */
	onRetry?(failure: Failure): string;
}

/**
 * Makes the `run` of an operation of Octopush that goes item by item.
 *
 * @param read reads an item's form; throws InputProblem with all that is wrong with it
 */
export function perItem(read: (form: ItemForm) => OctopushWork): Operation['run'] {
	return async (context) =>
		await runPerItem(context, {
			name: 'Octopush',
			openClient,
			read(form) {
				const { onRetry, ...work } = read(form);
				return { ...work, explain: (failure) => explainFailure(failure, onRetry?.(failure)) };
			},
		});
}

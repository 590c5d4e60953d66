import type { IDataObject } from 'n8n-workflow';
import type { Ask, ItemForm, ItemWork } from '../../../../n8n/itemWork';
import { runPerItem } from '../../../../n8n/perItem';
import { openChannel } from './channel';
import { explainFailure } from './explain';
import type { Operation } from './operation';

/**
 * Makes the `run` of an operation of Octopush that goes item by item.
 *
 * @param read reads an item's form; throws InputProblem with all that is wrong with it
 * and returns what carries it out, and gives one JSON object per output item
 * @param once for what a run does once: what it does when an earlier try may have done it, and what comes of that
 */
export function perItem(
	read: (form: ItemForm) => (ask: Ask) => Promise<IDataObject[]>,
	once: { inDoubt?: ItemWork['inDoubt']; onRetry?: string } = {},
): Operation['run'] {
	return async (context) =>
		await runPerItem(context, {
			name: 'Octopush',
			openChannel,
			read: (form) => ({
				carryOut: read(form),
				inDoubt: once.inDoubt,
				explain: (failure) => explainFailure(failure, once.onRetry),
			}),
		});
}

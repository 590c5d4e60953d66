import type { IDataObject } from 'n8n-workflow';
import { runPerItem, type Ask, type ItemForm } from '../../../../n8n/perItem';
import { openChannel } from './channel';
import { explainFailure } from './explain';
import type { Operation } from './operation';

/**
 * Makes the `run` of an operation of Octopush that goes item by item.
 *
 * @param read reads an item's form; throws InputProblem with all that is wrong with it
 * @returns what carries it out, and gives one JSON object per output item
 */
export function perItem(read: (form: ItemForm) => (ask: Ask) => Promise<IDataObject[]>): Operation['run'] {
	return async (context) =>
		await runPerItem(context, {
			name: 'Octopush',
			openChannel,
			read: (form) => ({ carryOut: read(form), explain: explainFailure }),
		});
}

import type { IDataObject } from 'n8n-workflow';
import { runPerItem, type Ask, type ItemForm } from '../../../../n8n/perItem';
import { openChannel } from './channel';
import { explainFailure, type Subject } from './explain';
import type { Operation } from './operation';

/** What an input item asks OliAI for, checked. */
export interface OliAiWork {
	/** What the sentences about a failure name. */
	subject?: Subject;
	/** @returns what comes out for the item, one JSON object per output item */
	carryOut(ask: Ask): Promise<IDataObject[]>;
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
			openChannel,
			read(form) {
				const { subject, carryOut } = read(form);
				return { carryOut, explain: (failure) => explainFailure(failure, subject) };
			},
		});
}

import type { IDataObject } from 'n8n-workflow';
import type { ItemForm } from '../form/itemForm';
import { jsonObject } from '../responseSchemas';
import { executionScope } from './executionScope';
import { retryMemory } from './retryMemory';

/**
 * Keeps what an item has found and may have deleted, over n8n's retries: a later try of the run goes on with the same thing,
 * for a search would not find it any more.
 */
export class FoundBefore {
	private readonly memory: IDataObject;
	private readonly place: string;

	/** @param what is done with what is found; the same in every try */
	constructor(form: ItemForm, what: string) {
		this.memory = retryMemory(form.context);
		this.place = [...executionScope(form.context), 'item', form.itemIndex, what, 'found'].join(' ');
	}

	/** What an earlier try has found, if nobody knows what became of it. */
	get(): IDataObject | undefined {
		return jsonObject.safeParse(this.memory[this.place]).data;
	}

	/** To be called when nobody knows whether it was done. */
	keep(found: IDataObject | undefined): void {
		this.memory[this.place] = found;
	}
}

import type { IExecuteFunctions } from 'n8n-workflow';

/** The form as it stands for one input item. */
export interface ItemForm {
	context: IExecuteFunctions;
	itemIndex: number;
	/** A field with its expressions worked out; undefined when it is not shown. */
	value(field: string): unknown;
	/** A field as it is stored in the workflow. */
	rawValue(field: string): unknown;
}

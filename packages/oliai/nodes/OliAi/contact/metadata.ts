import type { INodeProperties } from 'n8n-workflow';
import { collectKeyValues, formOfItem, readKeyValues } from '../../../../../n8n/form/keyValues';
import { keyValueFields } from '../../../../../n8n/form/keyValueFields';
import type { ItemForm } from '../../../../../n8n/form/itemForm';

const texts = {
	name: 'metadata',
	label: 'Metadata',
	description: 'What else is known about the contact, for the voice flow',
	jsonDescription: 'An object such as {"city": "Mumbai"}. Values are sent as they are.',
	keyDescription: 'Name of the value in OliAI',
};

/** The fields that fill `metadata` where all rows share a form. */
export const metadataFields: INodeProperties[] = keyValueFields(texts);

/** The fields that fill `metadata` where each item has a form of its own. */
export const metadataFieldsOfItem: INodeProperties[] = keyValueFields({
	...texts,
	withOtherColumns: false,
});

/**
 * Reads the metadata of one item.
 *
 * @throws InputProblem when the JSON is none, or not an object
 */
export function metadataOfItem(form: ItemForm): Record<string, unknown> | undefined {
	const keyValues = readKeyValues(formOfItem(form), 'metadata', 'Metadata');
	return collectKeyValues(keyValues, {}, [], form.itemIndex);
}

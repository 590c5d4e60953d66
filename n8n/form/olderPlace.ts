import type { INodeProperties } from 'n8n-workflow';
import { isThere } from './isThere';

/**
 * Keeps a field of a collection that has moved into the main form: stored workflows go on with what they hold there, and
 * their forms show it; nobody else is offered it.
 *
 * n8n drops what a collection does not define, hence two entries. The first is what the editor shows. When a workflow is
 * run or saved, n8n leaves collections out where it works out what is shown, and drops what is not: the second keeps it.
 *
 * @param collection the stored name of the collection
 * @param property the field as it was
 * @returns its entries for the options of the collection
 */
export function olderPlace(collection: string, property: INodeProperties): INodeProperties[] {
	const { displayName, name } = property;
	const older: INodeProperties = {
		...property,
		displayName: `${displayName} (Older Place)`,
		description: `${displayName} stands in the main form now, and counts there if it is set there. Until then this counts.`,
	};
	return [
		{ ...older, displayOptions: { show: { [`/${collection}.${name}`]: [isThere] } } },
		{ ...older, displayOptions: { hide: { [`/${collection}`]: [isThere] } } },
	];
}

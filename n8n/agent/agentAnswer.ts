import type { INodeExecutionData } from 'n8n-workflow';
import { bytesOf, shortened } from './shortened';

/** Of several items together, in bytes as JSON. A list is for the model to look into, and it reads all of it every time. */
export const mostOfSeveral = 2000;

/** Of one item, such as a call with its conversation, that was asked for by itself. */
const mostOfOne = 16_000;

/** Of one of several items, when not all of them fit. */
const mostOfEach = 600;

/** What is kept free for the item that says how many are missing. */
const bytesOfNote = 200;

/**
 * What an agent's model is to read of what the node would output: all of it when that is little; otherwise the first items,
 * shortened, and an item that says how many there are besides. n8n hands it the first output only, so all of them become
 * one.
 *
 * @param outputs of the node
 */
export function agentAnswer(outputs: INodeExecutionData[][]): INodeExecutionData[] {
	const items = outputs.flat();
	const [only] = items;
	if (only && items.length === 1) return [{ ...only, json: shortened(only.json, mostOfOne) }];
	if (fitting(items, mostOfSeveral) === items.length) return items;
	const short = items
		.slice(0, mostOfSeveral)
		.map((item) => ({ ...item, json: shortened(item.json, mostOfEach) }));
	const shown = short.slice(0, fitting(short, mostOfSeveral - bytesOfNote));
	const more = items.length - shown.length;
	return more === 0 ? shown : [...shown, { json: noteOf(more, items.length), pairedItem: { item: 0 } }];
}

/** How many of the first items fit into so many bytes, brackets and commas counted. */
function fitting(items: readonly INodeExecutionData[], most: number): number {
	let bytes = 1;
	let count = 0;
	for (const { json } of items) {
		bytes += bytesOf(json) + 1;
		if (bytes > most) break;
		count++;
	}
	return count;
}

function noteOf(more: number, all: number) {
	return {
		not_shown: more,
		note: `${more} more of ${all}, left out to keep this answer short. To see others, ask with a filter or a smaller limit, if this tool has them.`,
	};
}

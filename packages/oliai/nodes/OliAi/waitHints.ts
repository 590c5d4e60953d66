import type { NodeHint } from 'n8n-workflow';
import { bulkLimit, generalLimit } from './client';
import { maxContactsPerRequest } from './contact/schema';

const rows = '$input.all().length';
const batches = `Math.ceil(${rows} / ($parameter["options"]?.["batchSize"] || ${maxContactsPerRequest}))`;
const bulkPace = `($parameter["options"]?.["requestsPerMinute"] || ${bulkLimit.requests})`;
const goesByBatch = '$parameter["operation"] === "bulkUpsert"';
/** A trial sends nothing, or a few rows. */
const isTrial = '["check", "first"].includes($parameter["options"]?.["trial"])';
const goesByItem = '["create", "get", "update", "delete"].includes($parameter["operation"])';
/** The first request leaves at once, so one waits less than all of them. */
const minutes = `(${isTrial} ? 0 : ${goesByBatch} ? (${batches} - 1) / ${bulkPace} : ${goesByItem} ? (${rows} - 1) / ${generalLimit.requests} : 0)`;

/** Up to so many minutes, the wait is told like this. */
const steps: Array<[upTo: number, wait: string]> = [
	[1.5, 'about a minute'],
	...Array.from({ length: 9 }, (_, more): [number, string] => [more + 2.5, `about ${more + 2} minutes`]),
	[17.5, 'about 15 minutes'],
	[25, 'about 20 minutes'],
	[37.5, 'about 30 minutes'],
	[52.5, 'about 45 minutes'],
	[90, 'about an hour'],
	[150, 'about 2 hours'],
	[Infinity, 'several hours'],
];

/**
 * Tells before the run how long OliAI's limits make it last, beside the button that starts it.
 *
 * n8n works out the condition of a hint, but not its text, so there is one hint per length of the wait. Shorter
 * than half a minute is not worth a word. They appear as soon as the node before has run; `ndv` keeps them after
 * a run too, for the next one.
 */
export const waitHints: NodeHint[] = steps.map(([upTo, wait], index) => {
	const from = steps[index - 1]?.[0] ?? 0.5;
	const isShorter = upTo === Infinity ? '' : ` && ${minutes} < ${upTo}`;
	return {
		type: 'info',
		location: 'ndv',
		whenToDisplay: 'beforeExecution',
		message: `With this input the node takes <b>${wait}</b>: OliAI allows ${bulkLimit.requests} bulk requests and ${generalLimit.requests} others a minute, and the node keeps to it.`,
		displayCondition: `={{ ${minutes} >= ${from}${isShorter} }}`,
	};
});

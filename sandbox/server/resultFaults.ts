import { z } from 'zod';
import type { CombinableFault } from './faultPlan';

const bodyWithLists = z.record(z.unknown());
const list = z.array(z.unknown());

/** The odd places in order, then the even ones backwards: never the order it had, and the same each time. */
function shuffled(results: readonly unknown[]): unknown[] {
	const odd = results.filter((_, place) => place % 2 === 1);
	const even = results.filter((_, place) => place % 2 === 0);
	return [...odd, ...even.reverse()];
}

function changed(results: unknown[], fault: CombinableFault): unknown[] {
	switch (fault.kind) {
		case 'shuffleResults':
			return shuffled(results);
		case 'dropResults':
			return results.filter((_, place) => !fault.indexes.includes(place));
		case 'duplicateResults':
			return results.flatMap((result, place) =>
				!fault.indexes || fault.indexes.includes(place) ? [result, result] : [result],
			);
		case 'latency':
		case 'rowServerError':
			return results;
	}
}

/**
 * The JSON text of an answer with the faults done to its list of results, in the plan's order. `indexes`
 * are places in the list as it then stands. An answer without such a list comes back as it is.
 */
export function withResultFaults(text: string, key: string, faults: readonly CombinableFault[]): string {
	if (!faults.some((fault) => fault.kind.endsWith('Results'))) return text;
	const body = bodyWithLists.safeParse(JSON.parse(text));
	const results = body.success ? list.safeParse(body.data[key]) : undefined;
	if (!body.success || !results?.success) return text;
	return JSON.stringify({ ...body.data, [key]: faults.reduce(changed, results.data) });
}

/** Whether a fault of the plan wants this row to fail; a fault without rows named means every row. */
export function rowFails(
	faults: readonly CombinableFault[],
	index: number,
	contact: string | undefined,
): boolean {
	return faults.some((fault) => {
		if (fault.kind !== 'rowServerError') return false;
		if (!fault.indexes && !fault.contacts) return true;
		if (fault.indexes?.includes(index)) return true;
		return contact !== undefined && Boolean(fault.contacts?.includes(contact));
	});
}

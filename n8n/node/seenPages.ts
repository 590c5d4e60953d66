import { createHash } from 'crypto';
import type { NodeExecutionHint } from 'n8n-workflow';
import { z } from 'zod';

const withId = z.object({ id: z.union([z.string(), z.number()]) });

/** Notices when the pages of a list lead in a circle, so that reading them ends. */
export class SeenPages {
	private readonly seen = new Set<string>();

	/** Whether a page with the same entries was read before. Entries are the same by their ID, if they have one. */
	repeats(entries: readonly unknown[]): boolean {
		const names = entries.map((entry) => withId.safeParse(entry).data?.id ?? entry);
		const page = createHash('sha256').update(JSON.stringify(names)).digest('base64');
		const isRepeated = this.seen.has(page);
		this.seen.add(page);
		return isRepeated;
	}
}

/**
 * Tells that a list was given up where it began anew, for it may not be complete then.
 *
 * @param service its name, as people write it
 * @param count entries that were read
 */
export function circleHint(service: string, count: number): NodeExecutionHint {
	return {
		type: 'warning',
		location: 'outputPane',
		message: `A list of ${service} came to a page that was read before, so it was read no further. The ${count} entries before it are here; there may be more.`,
	};
}

import { z } from 'zod';

const withId = z.object({ id: z.union([z.string(), z.number()]) });

/**
 * Leaves out entries that an earlier page of the same list held. Where pages have numbers, a list that grows at its head
 * while it is read moves its entries on, so that the last of a page comes again on the next.
 */
export class SeenEntries {
	private readonly ids = new Set<string | number>();

	/** @returns the entries of a page that are new, in their order; those without an ID always are */
	newOf<Entry>(page: readonly Entry[]): Entry[] {
		return page.filter((entry) => {
			const id = withId.safeParse(entry).data?.id;
			if (id === undefined) return true;
			const isNew = !this.ids.has(id);
			this.ids.add(id);
			return isNew;
		});
	}
}

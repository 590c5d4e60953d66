import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

const ofContact = z.object({
	contact: z.object({
		id: z.unknown(),
		phone_number: z.unknown(),
	}),
});
const dated = z.object({ created_at: z.string() });

/**
 * Keeps the last call of each contact. Altur does not say in which order it lists calls, so they are compared by when
 * they were created; a call without a contact is kept.
 */
export class LastCalls {
	private readonly calls = new Map<unknown, IDataObject>();

	add(call: IDataObject): void {
		const contact = ofContact.safeParse(call).data?.contact;
		const key = contact?.id ?? contact?.phone_number ?? call;
		const earlier = this.calls.get(key);
		if (!earlier || createdAt(earlier) <= createdAt(call)) this.calls.set(key, call);
	}

	/** @returns one call of each contact, in the order in which the contacts came up */
	all(): IDataObject[] {
		return [...this.calls.values()];
	}
}

/** Times come with different offsets, so they are compared as moments. */
function createdAt(call: IDataObject): number {
	const moment = Date.parse(dated.safeParse(call).data?.created_at ?? '');
	return Number.isNaN(moment) ? -Infinity : moment;
}

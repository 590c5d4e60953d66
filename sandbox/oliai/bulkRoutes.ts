import type { RateLimit } from '../server/rateLimit';
import type { Call, Route } from '../server/service';
import { bulkContacts, contactIds, contactIdsAndAudience, countRows, newContact } from './contactSchemas';
import { problemsOf, read } from './read';
import type { Contact, OliAiState } from './state';

interface RowError {
	index: number;
	reason: string;
}

/**
 * `POST /contacts/bulk`: creates or updates by phone number, each row on its own. The reply lists the stored contacts
 * without an index, and the refused rows with one.
 *
 * @param rateLimits of bulk requests
 */
export function bulkUpsert(state: OliAiState, rateLimits: readonly RateLimit[]): Route {
	const store = (row: unknown, index: number, call: Call, now: string): Contact | RowError => {
		const parsed = newContact.safeParse(row);
		if (!parsed.success) return { index, reason: problemsOf(parsed.error).join('; ') };
		if (call.rowFails(index, parsed.data.phoneNumber)) return { index, reason: 'Internal error' };
		const known = state.withPhone(parsed.data.phoneNumber);
		return known ? state.update(known, parsed.data, now) : state.create(parsed.data, now);
	};
	return {
		method: 'POST',
		path: '/contacts/bulk',
		rateLimits,
		countRows,
		handle(call) {
			const rows = read(bulkContacts, call.body).contacts;
			const before = state.creations;
			const now = state.tick();
			const outcomes = rows.map((row, index) => store(row, index, call, now));
			const errors = outcomes.filter((outcome): outcome is RowError => 'reason' in outcome);
			const contacts = outcomes.filter((outcome): outcome is Contact => 'id' in outcome);
			const created = state.creations - before;
			return {
				status: 201,
				body: {
					created,
					updated: contacts.length - created,
					failed: errors.length,
					contacts: [...new Set(contacts)],
					errors,
				},
			};
		},
	};
}

/** `POST /contacts/bulk-delete` and `POST /contacts/add-to-audience`. */
export function idRoutes(state: OliAiState): Route[] {
	return [
		{
			method: 'POST',
			path: '/contacts/bulk-delete',
			countRows,
			handle({ body }) {
				const deleted = read(contactIds, body).contactIds.filter((id) => state.delete(id)).length;
				return { status: 200, body: { deleted } };
			},
		},
		{
			method: 'POST',
			path: '/contacts/add-to-audience',
			countRows,
			handle(call) {
				const { contactIds: ids, audienceId } = read(contactIdsAndAudience, call.body);
				const { contactCount } = state.addMembers(audienceId, ids);
				return { status: 200, body: { audienceId, contactCount } };
			},
		},
	];
}

import { Refusal } from '../server/refusal';
import type { Route } from '../server/service';
import { addContactsSchema, countRows, removeContactsSchema } from './contactsSchema';
import { read } from './read';
import type { OctopushState } from './state';

type Status = 'added' | 'updated' | 'skipped';

/**
 * `POST /contact/create`: one item per number in the reply, without an index; a number that stands twice in the
 * request has one item. A blacklisted number that was removed has none.
 *
 * @param spell how the reply writes a number
 */
export function addContacts(state: OctopushState, spell: (number: string) => string): Route {
	return {
		method: 'POST',
		path: '/contact/create',
		countRows,
		handle(call) {
			const batch = read(addContactsSchema, call.body);
			if (batch.list_name !== undefined) state.addList(batch.list_name);
			const statuses = new Map<string, Status>();
			for (const row of batch.contacts) {
				if (batch.auto_remove_blacklisted_numbers && state.isBlacklisted(row.phone_number)) continue;
				const known = state.find(row.phone_number);
				const isKept = known !== undefined && batch.do_not_overwrite;
				const stored = isKept ? known : state.store(row);
				if (batch.list_name !== undefined && !stored.lists.includes(batch.list_name)) {
					stored.lists.push(batch.list_name);
				}
				if (batch.tag_name !== undefined && !stored.tags.includes(batch.tag_name)) {
					stored.tags.push(batch.tag_name);
				}
				if (!statuses.has(row.phone_number)) {
					statuses.set(row.phone_number, known ? (isKept ? 'skipped' : 'updated') : 'added');
				}
			}
			const items = [...statuses].map(([number, status]) => ({
				phone_number: spell(number),
				email: null,
				status,
			}));
			return { status: 201, body: { items } };
		},
	};
}

/** `DELETE /contact/delete`: from a list, or, without one, from the account. Unknown numbers are passed over. */
export function removeContacts(state: OctopushState): Route {
	return {
		method: 'DELETE',
		path: '/contact/delete',
		countRows,
		handle(call) {
			const { phone_numbers, list_name } = read(removeContactsSchema, call.body);
			if (list_name !== undefined && !state.hasList(list_name)) {
				throw new Refusal(404, 'NOT_FOUND', 'The list does not exist.');
			}
			for (const number of phone_numbers) {
				const known = state.find(number);
				if (list_name === undefined) state.remove(number);
				else if (known) state.takeOut(known, list_name);
			}
			return { status: 204, body: undefined };
		},
	};
}

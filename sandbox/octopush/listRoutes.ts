import { z } from 'zod';
import { Refusal } from '../server/refusal';
import type { Route } from '../server/service';
import { listName } from './contactsSchema';
import { read } from './read';
import { digitsOf } from './state';
import type { OctopushState } from './state';

const named = z.strictObject({ list_name: listName });

function known(state: OctopushState, name: string): string {
	if (state.hasList(name)) return name;
	throw new Refusal(404, 'NOT_FOUND', 'The list does not exist.');
}

/** `POST /contact-list/create`: 201 without a body. A second list of the same name is refused. */
export function createList(state: OctopushState): Route {
	return {
		method: 'POST',
		path: '/contact-list/create',
		handle(call) {
			const { list_name } = read(named, call.body);
			if (state.hasList(list_name)) {
				throw new Refusal(400, 'INVALID_REQUEST', 'A list of this name exists.');
			}
			state.addList(list_name);
			return { status: 201, body: undefined };
		},
	};
}

/** `POST /contact-list/empty`: with `delete_contacts` the contacts leave the account too. */
export function emptyList(state: OctopushState): Route {
	const schema = named.extend({ delete_contacts: z.boolean().default(false) });
	return {
		method: 'POST',
		path: '/contact-list/empty',
		handle(call) {
			const { list_name, delete_contacts } = read(schema, call.body);
			for (const contact of state.membersOf(known(state, list_name))) {
				if (delete_contacts) state.remove(digitsOf(contact.phone_number));
				else state.takeOut(contact, list_name);
			}
			return { status: 200, body: {} };
		},
	};
}

/** `DELETE /contact-list/delete`: 204; the contacts stay. */
export function deleteList(state: OctopushState): Route {
	return {
		method: 'DELETE',
		path: '/contact-list/delete',
		handle(call) {
			state.deleteList(known(state, read(named, call.body).list_name));
			return { status: 204, body: undefined };
		},
	};
}

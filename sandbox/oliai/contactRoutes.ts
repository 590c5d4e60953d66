import { Refusal } from '../server/refusal';
import type { Route } from '../server/service';
import { contactChanges, newContact, searchQuery } from './contactSchemas';
import { listAnswer, searchContacts } from './lists';
import { read } from './read';
import type { OliAiState } from './state';

/** `GET /contacts`, `GET`, `POST`, `PATCH` and `DELETE /contacts/:id`. */
export function contactRoutes(state: OliAiState): Route[] {
	const refuseSecond = (phoneNumber: string | undefined, except?: string): void => {
		const known = phoneNumber === undefined ? undefined : state.withPhone(phoneNumber);
		if (known && known.id !== except) {
			throw new Refusal(409, 'CONFLICT', 'Contact with this phone number already exists');
		}
	};
	return [
		{
			method: 'GET',
			path: '/contacts',
			handle({ query }) {
				const { search, ...page } = read(searchQuery, query);
				return listAnswer(searchContacts(state.contacts(), search), page);
			},
		},
		{
			method: 'GET',
			path: '/contacts/:id',
			handle: ({ params }) => ({ status: 200, body: state.contact(params['id']) }),
		},
		{
			method: 'POST',
			path: '/contacts',
			handle({ body }) {
				const contact = read(newContact, body);
				refuseSecond(contact.phoneNumber);
				return { status: 201, body: state.create(contact, state.tick()) };
			},
		},
		{
			method: 'PATCH',
			path: '/contacts/:id',
			handle({ params, body }) {
				const contact = state.contact(params['id']);
				const changes = read(contactChanges, body);
				refuseSecond(changes.phoneNumber, contact.id);
				return { status: 200, body: state.update(contact, changes, state.tick()) };
			},
		},
		{
			method: 'DELETE',
			path: '/contacts/:id',
			handle({ params }) {
				state.delete(state.contact(params['id']).id);
				return { status: 200, body: { success: true } };
			},
		},
	];
}

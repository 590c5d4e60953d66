import type { Route } from '../server/service';
import {
	audienceChanges,
	contactIds,
	countRows,
	listQuery,
	newAudience,
	searchQuery,
} from './contactSchemas';
import { listAnswer, searchContacts } from './lists';
import { read } from './read';
import type { OliAiState } from './state';

/** `/audiences` and what is below it. */
export function audienceRoutes(state: OliAiState): Route[] {
	return [
		{
			method: 'GET',
			path: '/audiences',
			handle: ({ query }) => listAnswer(state.allAudiences(), read(listQuery, query)),
		},
		{
			method: 'GET',
			path: '/audiences/:id',
			handle: ({ params }) => ({ status: 200, body: state.audience(params['id']).audience }),
		},
		{
			method: 'POST',
			path: '/audiences',
			handle: ({ body }) => ({ status: 201, body: state.createAudience(read(newAudience, body)) }),
		},
		{
			method: 'PATCH',
			path: '/audiences/:id',
			handle({ params, body }) {
				const { audience } = state.audience(params['id']);
				const changed = Object.assign(audience, read(audienceChanges, body), { updatedAt: state.tick() });
				return { status: 200, body: changed };
			},
		},
		{
			method: 'DELETE',
			path: '/audiences/:id',
			handle({ params }) {
				state.deleteAudience(state.audience(params['id']).audience.id);
				return { status: 200, body: { success: true } };
			},
		},
		{
			method: 'GET',
			path: '/audiences/:id/contacts',
			handle({ params, query }) {
				const { search, ...page } = read(searchQuery, query);
				const { members } = state.audience(params['id']);
				const contacts = state.contacts().filter(({ id }) => members.has(id));
				return listAnswer(searchContacts(contacts, search), page);
			},
		},
		{
			method: 'POST',
			path: '/audiences/:id/contacts',
			countRows,
			handle({ params, body }) {
				const { contactCount } = state.addMembers(params['id'], read(contactIds, body).contactIds);
				return { status: 200, body: { contactCount } };
			},
		},
		{
			method: 'POST',
			path: '/audiences/:id/contacts/remove',
			countRows,
			handle({ params, body }) {
				const { contactCount } = state.removeMembers(params['id'], read(contactIds, body).contactIds);
				return { status: 200, body: { contactCount } };
			},
		},
	];
}

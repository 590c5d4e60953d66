import { Refusal } from '../server/refusal';
import type { Route } from '../server/service';
import type { StoredContact } from './contactList';
import { contactsQuery, noQuery } from './listQueries';
import { read } from './read';
import type { AlturState } from './state';

/**
 * A contact as Altur shows it. What calls change stands at its start until one is played. What a contact does not
 * have is left out: the specification lets none of its keys be null.
 */
function contactView(stored: StoredContact) {
	const { history } = stored;
	return {
		f_id: stored.f_id,
		id: stored.id,
		name: stored.name,
		contact: stored.contact,
		status: stored.status,
		context: stored.context,
		retries: history?.voicemailRetries ?? 0,
		has_follow_up: false,
		call_count: history?.callCount ?? 0,
		billed_duration: history?.billedSeconds ?? 0,
		last_call_at: history?.lastCallAt,
		extracted_data: stored.extracted_data ?? {},
		tags: history?.tags ?? [],
	};
}

/** `GET /campaigns/{id}/contacts`: pages by number; the total is counted on the first page only. */
export function listContacts(state: AlturState): Route {
	return {
		method: 'GET',
		path: '/campaigns/:id/contacts',
		handle({ params, query }) {
			const { contacts } = state.campaign(params['id']);
			const { status, pageSize, pageIndex } = read(contactsQuery, query);
			const all = contacts.all();
			const matching = status === undefined ? all : all.filter((contact) => contact.status === status);
			const from = pageIndex * pageSize;
			const hasNext = from + pageSize < matching.length;
			return {
				status: 200,
				body: {
					total_count: pageIndex === 0 ? matching.length : undefined,
					contacts: matching.slice(from, from + pageSize).map(contactView),
					pagination: {
						has_next: hasNext,
						has_previous: pageIndex > 0,
						next_page: hasNext ? pageIndex + 1 : null,
						previous_page: pageIndex > 0 ? pageIndex - 1 : null,
					},
				},
			};
		},
	};
}

/** `GET /campaigns/{id}/contacts/{contact_id}` */
export function getContact(state: AlturState): Route {
	return {
		method: 'GET',
		path: '/campaigns/:id/contacts/:contactId',
		handle({ params, query }) {
			read(noQuery, query);
			const contact = state.contact(state.campaign(params['id']), params['contactId']);
			return { status: 200, body: { success: true, contact: contactView(contact) } };
		},
	};
}

/**
 * `DELETE /campaigns/{id}/contacts/{contact_id}`: only a contact in status queue or failed. A campaign that was
 * ready waits for contacts again when the last one is gone.
 */
export function deleteContact(state: AlturState): Route {
	return {
		method: 'DELETE',
		path: '/campaigns/:id/contacts/:contactId',
		handle({ params, query }) {
			read(noQuery, query);
			const entry = state.campaign(params['id']);
			const contact = state.contact(entry, params['contactId']);
			if (contact.status !== 'queue' && contact.status !== 'failed') {
				const message = `A contact in status ${contact.status} cannot be deleted.`;
				throw new Refusal(409, 'CONTACT_NOT_DELETABLE', message);
			}
			entry.contacts.remove(contact);
			if (entry.campaign.status === 'ready' && entry.contacts.size === 0) {
				state.changeStatus(entry.campaign, 'pending');
			}
			return { status: 204, body: undefined };
		},
	};
}

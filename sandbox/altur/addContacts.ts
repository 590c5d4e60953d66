import type { Answer, Call, Route } from '../server/service';
import type { ContactList } from './contactList';
import {
	addContactsSchema,
	contactDetails,
	countContacts,
	normalizedNumber,
	numbersOf,
	type ContactRow,
} from './contactsSchema';
import { noQuery } from './listQueries';
import { read } from './read';
import type { AlturState } from './state';

type RowStatus = 'created' | 'updated' | 'skipped_duplicate' | 'failed';
type RowError = 'INVALID_PHONE_NUMBER' | 'MISSING_CONTACT' | 'SERVER_ERROR';

interface RowResult {
	index: number;
	status: RowStatus;
	/** Text here, a number when the contact is read. Absent for failed rows. */
	id?: string;
	/** As stored; as sent for failed rows. */
	contact: string;
	error?: RowError;
}

/** What an update does with the fields a row leaves out; the pages do not say. */
export type OmittedOnUpdate = 'blank' | 'keep';

const noDetails = Object.fromEntries(contactDetails.keyof().options.map((field) => [field, undefined]));

/** The number of a row as it is stored, or why the row fails. */
function readNumber(sent: string, fails: boolean): { phone: string } | { error: RowError } {
	if (sent.trim() === '') return { error: 'MISSING_CONTACT' };
	const phone = normalizedNumber(sent);
	if (phone === undefined) return { error: 'INVALID_PHONE_NUMBER' };
	return fails ? { error: 'SERVER_ERROR' } : { phone };
}

/**
 * `POST /campaigns/{id}/contacts`: the rows in order, each on its own, so one phone number twice in a batch is a duplicate.
 * A campaign that waited for contacts is ready then.
 */
export function addContacts(state: AlturState, omittedOnUpdate: OmittedOnUpdate): Route {
	const store = (
		contacts: ContactList,
		row: ContactRow,
		index: number,
		update: boolean,
		call: Call,
	): RowResult => {
		const number = readNumber(row.contact, call.rowFails(index, row.contact));
		if ('error' in number) return { index, status: 'failed', contact: row.contact, error: number.error };
		const { phone } = number;
		const known = contacts.withPhone(phone);
		if (!known) {
			const { id } = contacts.add(state.nextContactId(), phone, row, call.name);
			return { index, status: 'created', id: String(id), contact: phone };
		}
		if (update) {
			if (omittedOnUpdate === 'blank') Object.assign(known, noDetails);
			Object.assign(known, row, { contact: phone });
		}
		return { index, status: update ? 'updated' : 'skipped_duplicate', id: String(known.id), contact: phone };
	};

	return {
		method: 'POST',
		path: '/campaigns/:id/contacts',
		idempotent: true,
		countRows: countContacts,
		numbersOf,
		handle(call): Answer {
			read(noQuery, call.query);
			const { campaign, contacts } = state.campaign(call.params['id']);
			const batch = read(addContactsSchema, call.body ?? {});
			const update = batch.if_duplicate === 'update';
			const summary = { created: 0, updated: 0, skipped_duplicate: 0, failed: 0 };
			const results = batch.contacts.map((row, index) => {
				const result = store(contacts, row, index, update, call);
				summary[result.status] += 1;
				return result;
			});
			if (campaign.status === 'pending' && contacts.size > 0) state.changeStatus(campaign, 'ready');
			state.onContactsAdded(campaign);
			return { status: 201, body: { success: true, summary, results } };
		},
	};
}

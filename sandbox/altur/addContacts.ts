import type { Answer, Call, Route } from '../server/service';
import type { ContactList } from './contactList';
import {
	addContactsSchema,
	contactDetails,
	countContacts,
	phoneNumber,
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
	contact?: string;
	error?: RowError;
}

/** What an update does with the fields a row leaves out; the pages do not say. */
export type OmittedOnUpdate = 'blank' | 'keep';

const noDetails = Object.fromEntries(contactDetails.keyof().options.map((field) => [field, undefined]));

function problemOf(row: ContactRow, fails: boolean): RowError | undefined {
	if (row.contact === undefined || row.contact.trim() === '') return 'MISSING_CONTACT';
	if (!phoneNumber.test(row.contact)) return 'INVALID_PHONE_NUMBER';
	return fails ? 'SERVER_ERROR' : undefined;
}

/** `POST /campaigns/{id}/contacts`: the rows in order, each on its own, so one phone number twice in a batch is a duplicate. */
export function addContacts(state: AlturState, omittedOnUpdate: OmittedOnUpdate): Route {
	const store = (
		contacts: ContactList,
		row: ContactRow,
		index: number,
		update: boolean,
		call: Call,
	): RowResult => {
		const problem = problemOf(row, call.rowFails(index, row.contact));
		const phone = row.contact;
		if (problem !== undefined || phone === undefined) {
			return { index, status: 'failed', contact: phone, error: problem };
		}
		const known = contacts.withPhone(phone);
		if (!known) {
			const { id } = contacts.add(state.nextContactId(), phone, row, call.name);
			return { index, status: 'created', id: String(id), contact: phone };
		}
		if (update) {
			if (omittedOnUpdate === 'blank') Object.assign(known, noDetails);
			Object.assign(known, row);
		}
		return { index, status: update ? 'updated' : 'skipped_duplicate', id: String(known.id), contact: phone };
	};

	return {
		method: 'POST',
		path: '/campaigns/:id/contacts',
		idempotent: true,
		countRows: countContacts,
		handle(call): Answer {
			read(noQuery, call.query);
			const { contacts } = state.campaign(call.params['id']);
			const batch = read(addContactsSchema, call.body);
			const update = batch.if_duplicate === 'update';
			const summary = { created: 0, updated: 0, skipped_duplicate: 0, failed: 0 };
			const results = batch.contacts.map((row, index) => {
				const result = store(contacts, row, index, update, call);
				summary[result.status] += 1;
				return result;
			});
			return { status: 200, body: { success: true, summary, results } };
		},
	};
}

import type { StoredCall } from './conversation/call';
import type { ContactDetails, ContactStatus } from './contactsSchema';

/** What calls left behind at a contact. */
export interface ContactHistory {
	callCount: number;
	/** Retries after a machine, and after calls that nobody took; both begin anew with a cycle. */
	voicemailRetries: number;
	failedRetries: number;
	billedSeconds: number;
	/** As contacts show it. */
	lastCallAt: string;
	tags: string[];
	/** How its calls show the contact: one object for all of them. */
	inCalls: NonNullable<StoredCall['contact']>;
}

/** A contact as stored, with who stored it: the Idempotency-Key, or `request-<number>`, or `seed`. */
export interface StoredContact extends ContactDetails {
	id: number;
	contact: string;
	createdBy: string;
	status: ContactStatus;
	/** Absent until a call is played. */
	history?: ContactHistory;
}

/** Changes the status of a contact, also where its calls show it. */
export function setContactStatus(contact: StoredContact, status: ContactStatus): void {
	contact.status = status;
	if (contact.history) contact.history.inCalls.status = status;
}

/** The contacts of one campaign, in the order of their ids. Sized for a million of them. */
export class ContactList {
	private readonly byPhone = new Map<string, StoredContact>();
	private ordered: StoredContact[] = [];

	get size(): number {
		return this.ordered.length;
	}

	all(): readonly StoredContact[] {
		return this.ordered;
	}

	withPhone(phone: string): StoredContact | undefined {
		return this.byPhone.get(phone);
	}

	withId(id: number): StoredContact | undefined {
		return this.ordered[this.place(id)];
	}

	/** Adds a contact; ids must be given in rising order. */
	add(
		id: number,
		phone: string,
		details: ContactDetails,
		createdBy: string,
		status: ContactStatus = 'queue',
	): StoredContact {
		const stored = { ...details, id, contact: phone, createdBy, status };
		this.byPhone.set(phone, stored);
		this.ordered.push(stored);
		return stored;
	}

	remove(contact: StoredContact): void {
		this.byPhone.delete(contact.contact);
		this.ordered.splice(this.place(contact.id), 1);
	}

	/** Binary search: the ids rise, with gaps where contacts were deleted. -1 when there is none. */
	private place(id: number): number {
		let from = 0;
		let to = this.ordered.length - 1;
		while (from <= to) {
			const middle = (from + to) >> 1;
			const found = this.ordered[middle]?.id ?? 0;
			if (found === id) return middle;
			if (found < id) from = middle + 1;
			else to = middle - 1;
		}
		return -1;
	}
}

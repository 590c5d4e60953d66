import type { ContactList, StoredContact } from '../contactList';

/** The contacts that are still to be reached, in their order; those that are deleted meanwhile are passed over. */
export class ContactQueue {
	private waiting: StoredContact[] = [];
	private place = 0;
	/** IDs rise: contacts above it have not been looked at. */
	private lastId = 0;

	constructor(private readonly contacts: ContactList) {}

	/** Puts those in that came since the last time and wait in the status `queue`. */
	takeNew(): void {
		const all = this.contacts.all();
		let from = all.length;
		while (from > 0 && (all[from - 1]?.id ?? 0) > this.lastId) from -= 1;
		for (const contact of all.slice(from)) {
			this.lastId = contact.id;
			if (contact.status === 'queue') this.waiting.push(contact);
		}
	}

	put(contact: StoredContact): void {
		this.waiting.push(contact);
	}

	/** Whether anybody waits. */
	hasNext(): boolean {
		let next = this.waiting[this.place];
		while (next && this.contacts.withId(next.id) !== next) {
			this.place += 1;
			next = this.waiting[this.place];
		}
		return next !== undefined;
	}

	/** Takes the next one out; undefined when there is none. */
	next(): StoredContact | undefined {
		if (!this.hasNext()) return undefined;
		const next = this.waiting[this.place];
		this.place += 1;
		return next;
	}

	/** Begins anew with those of the contacts looked at so far that are to be reached again. */
	refill(isDue: (contact: StoredContact) => boolean): readonly StoredContact[] {
		this.waiting = this.contacts.all().filter((contact) => contact.id <= this.lastId && isDue(contact));
		this.place = 0;
		return this.waiting;
	}
}

import type { ContactRow } from './contactsSchema';

/** A contact as stored: one per number and account. */
export interface StoredContact extends ContactRow {
	lists: string[];
	tags: string[];
	/** How often a request created it: more than 1 would be a contact that was doubled. */
	created: number;
	/** How often a request wrote its fields. */
	written: number;
}

/** The whole state as plain copies, for tests. */
export interface StateDump {
	contacts: StoredContact[];
	lists: string[];
}

/** Numbers are compared without anything but their digits. */
export function digitsOf(number: string): string {
	return number.replace(/\D/g, '').replace(/^00/, '');
}

/** Everything Octopush would keep for one account. */
export class OctopushState {
	private readonly contacts = new Map<string, StoredContact>();
	private readonly lists = new Set<string>();
	private readonly blacklisted = new Set<string>();

	find(number: string): StoredContact | undefined {
		return this.contacts.get(digitsOf(number));
	}

	store(row: ContactRow): StoredContact {
		const key = digitsOf(row.phone_number);
		const known = this.contacts.get(key);
		const { lists = [], tags = [], created = 1, written = 0 } = known ?? {};
		const stored = { ...row, lists, tags, created, written: written + 1 };
		this.contacts.set(key, stored);
		return stored;
	}

	remove(number: string): void {
		this.contacts.delete(digitsOf(number));
	}

	hasList(name: string): boolean {
		return this.lists.has(name);
	}

	addList(name: string): void {
		this.lists.add(name);
	}

	deleteList(name: string): void {
		this.lists.delete(name);
		for (const contact of this.contacts.values()) this.takeOut(contact, name);
	}

	membersOf(list: string): StoredContact[] {
		return [...this.contacts.values()].filter(({ lists }) => lists.includes(list));
	}

	takeOut(contact: StoredContact, list: string): void {
		contact.lists = contact.lists.filter((name) => name !== list);
	}

	blacklist(numbers: readonly string[]): void {
		for (const number of numbers) this.blacklisted.add(digitsOf(number));
	}

	isBlacklisted(number: string): boolean {
		return this.blacklisted.has(digitsOf(number));
	}

	clear(): void {
		this.contacts.clear();
		this.lists.clear();
		this.blacklisted.clear();
	}

	/** Copies of everything; with `rows` false the contacts are left out. */
	dump(rows = true): StateDump {
		return {
			contacts: rows ? [...this.contacts.values()].map((contact) => structuredClone(contact)) : [],
			lists: [...this.lists],
		};
	}

	get size(): number {
		return this.contacts.size;
	}
}

import { Refusal } from '../server/refusal';
import type { NewContact } from './contactSchemas';

export interface Contact extends NewContact {
	id: string;
	organizationId: string;
	createdAt: string;
	updatedAt: string;
}

export interface Audience {
	id: string;
	name: string;
	description?: string;
	organizationId: string;
	contactCount: number;
	createdAt: string;
	updatedAt: string;
}

interface AudienceEntry {
	audience: Audience;
	members: Set<string>;
}

/** The whole state as plain copies, for tests. */
export interface StateDump {
	contacts: Contact[];
	audiences: Array<Audience & { contactIds: string[] }>;
	/** How often a contact was created; more than the contacts there are means that one was doubled. */
	creations: number;
}

const organizationId = 'org_1';

/** Everything OliAI would keep for one organization. */
export class OliAiState {
	creations = 0;
	private readonly byId = new Map<string, Contact>();
	private readonly byPhone = new Map<string, Contact>();
	private readonly audiences = new Map<string, AudienceEntry>();
	private lastAudience = 0;
	private clock = Date.parse('2026-03-01T10:00:00.000Z');

	/** Each request has a moment of its own, a second after the last. */
	tick(): string {
		this.clock += 1000;
		return new Date(this.clock).toISOString();
	}

	contacts(): Contact[] {
		return [...this.byId.values()];
	}

	withPhone(phoneNumber: string): Contact | undefined {
		return this.byPhone.get(phoneNumber);
	}

	/** Throws NOT_FOUND for an absent one. */
	contact(id: string | undefined): Contact {
		const found = this.byId.get(id ?? '');
		if (!found) throw new Refusal(404, 'NOT_FOUND', 'Contact not found');
		return found;
	}

	create(fields: NewContact, now: string): Contact {
		this.creations += 1;
		const id = `cl${String(this.creations).padStart(8, '0')}`;
		const contact = { id, ...fields, organizationId, createdAt: now, updatedAt: now };
		this.byId.set(id, contact);
		this.byPhone.set(contact.phoneNumber, contact);
		return contact;
	}

	update(contact: Contact, changes: Partial<NewContact>, now: string): Contact {
		this.byPhone.delete(contact.phoneNumber);
		Object.assign(contact, changes, { updatedAt: now });
		this.byPhone.set(contact.phoneNumber, contact);
		return contact;
	}

	/** Returns whether there was one. */
	delete(id: string): boolean {
		const contact = this.byId.get(id);
		if (!contact) return false;
		this.byId.delete(id);
		this.byPhone.delete(contact.phoneNumber);
		for (const { members } of this.audiences.values()) members.delete(id);
		return true;
	}

	/** Throws NOT_FOUND for an absent one. */
	audience(id: string | undefined): AudienceEntry {
		const entry = this.audiences.get(id ?? '');
		if (!entry) throw new Refusal(404, 'NOT_FOUND', 'Audience not found');
		entry.audience.contactCount = entry.members.size;
		return entry;
	}

	allAudiences(): Audience[] {
		return [...this.audiences.keys()].map((id) => this.audience(id).audience);
	}

	createAudience(fields: { name: string; description?: string }): Audience {
		this.lastAudience += 1;
		const id = `aud_${String(this.lastAudience).padStart(6, '0')}`;
		const now = this.tick();
		const audience = { id, ...fields, organizationId, contactCount: 0, createdAt: now, updatedAt: now };
		this.audiences.set(id, { audience, members: new Set() });
		return audience;
	}

	deleteAudience(id: string): void {
		this.audiences.delete(this.audience(id).audience.id);
	}

	/** Puts contacts into an audience, or throws NOT_FOUND when one of them is unknown. */
	addMembers(audienceId: string | undefined, ids: readonly string[]): Audience {
		const { members } = this.audience(audienceId);
		for (const id of ids) this.contact(id);
		for (const id of ids) members.add(id);
		return this.audience(audienceId).audience;
	}

	removeMembers(audienceId: string | undefined, ids: readonly string[]): Audience {
		const { members } = this.audience(audienceId);
		for (const id of ids) members.delete(id);
		return this.audience(audienceId).audience;
	}

	clear(): void {
		this.byId.clear();
		this.byPhone.clear();
		this.audiences.clear();
		this.creations = 0;
		this.lastAudience = 0;
	}

	/** Copies of everything; with `rows` false the contacts are left out. */
	dump(rows = true): StateDump {
		return {
			contacts: rows ? structuredClone(this.contacts()) : [],
			audiences: this.allAudiences().map((audience) => ({
				...structuredClone(audience),
				contactIds: [...this.audience(audience.id).members],
			})),
			creations: this.creations,
		};
	}
}

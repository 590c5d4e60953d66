import { Refusal } from '../server/refusal';
import type { Campaign } from './campaign';
import { ContactList } from './contactList';
import type { StoredContact } from './contactList';
import type { CampaignStatus, Channel } from './campaignFields';
import { Conversations } from './conversation/conversations';

interface CampaignEntry {
	campaign: Campaign;
	contacts: ContactList;
}

/** An agent known from a seed, and the integrations that belong to it. */
export interface Agent {
	id: string;
	name: string;
	integrations: readonly { id: string; type: Channel }[];
}

/** The whole state as plain copies, for tests. */
export interface StateDump {
	campaigns: (Campaign & { contactCount: number; contacts: StoredContact[] })[];
}

/** Everything Altur would keep for one organization. */
export class AlturState {
	/** Undefined without a seed of them: any agent is taken then. */
	agents?: readonly Agent[];
	/** Likewise the IDs of the tags that threads have. */
	tagIds?: readonly string[];
	readonly conversations = new Conversations();
	/** Told of each change of a campaign's status, with the one before. */
	onStatusChanged: (campaign: Campaign, previous: CampaignStatus) => void = () => undefined;
	/** Told of each batch of contacts. */
	onContactsAdded: (campaign: Campaign) => void = () => undefined;
	private readonly entries = new Map<number, CampaignEntry>();
	private lastCampaignId = 1000;
	private lastContactId = 0;

	nextCampaignId(): number {
		return this.lastCampaignId + 1;
	}

	nextContactId(): number {
		this.lastContactId += 1;
		return this.lastContactId;
	}

	/** Throws when a campaign of that id exists. */
	add(campaign: Campaign): CampaignEntry {
		if (this.entries.has(campaign.id)) throw new Error(`There is a campaign ${String(campaign.id)} already.`);
		const entry = { campaign, contacts: new ContactList() };
		this.entries.set(campaign.id, entry);
		this.lastCampaignId = Math.max(this.lastCampaignId, campaign.id);
		return entry;
	}

	/** The only way in which a campaign's status changes. It has started when it is first active, and ended when finished. */
	changeStatus(campaign: Campaign, status: CampaignStatus): void {
		const previous = campaign.status;
		campaign.status = status;
		if (status === 'active') campaign.started_at ??= new Date().toISOString();
		if (status === 'finished') campaign.ended_at = new Date().toISOString();
		this.onStatusChanged(campaign, previous);
	}

	/** The campaign of a path parameter. Throws NOT_FOUND for an absent one and for what is no whole number. */
	campaign(id: string | undefined): CampaignEntry {
		const entry = id !== undefined && /^\d{1,15}$/.test(id) ? this.entries.get(Number(id)) : undefined;
		if (!entry) throw new Refusal(404, 'NOT_FOUND', 'Campaign not found.');
		return entry;
	}

	/** The contact of a path parameter; throws CONTACT_NOT_FOUND likewise. */
	contact(entry: CampaignEntry, id: string | undefined): StoredContact {
		const found = id !== undefined && /^\d{1,15}$/.test(id) ? entry.contacts.withId(Number(id)) : undefined;
		if (!found) throw new Refusal(404, 'CONTACT_NOT_FOUND', 'Contact not found.');
		return found;
	}

	all(): CampaignEntry[] {
		return [...this.entries.values()];
	}

	clear(): void {
		this.entries.clear();
		this.conversations.clear();
		this.agents = undefined;
		this.tagIds = undefined;
		this.lastCampaignId = 1000;
		this.lastContactId = 0;
	}

	/** Copies of all campaigns; with `rows` false the contacts are only counted. */
	dump(rows = true): StateDump {
		return {
			campaigns: this.all().map(({ campaign, contacts }) => ({
				...structuredClone(campaign),
				contactCount: contacts.size,
				contacts: rows ? contacts.all().map((contact) => copyOf(contact)) : [],
			})),
		};
	}
}

/** Deep for what calls left behind, which goes on changing. */
function copyOf(contact: StoredContact): StoredContact {
	return contact.history ? structuredClone(contact) : { ...contact };
}

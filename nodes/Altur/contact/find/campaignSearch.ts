import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { valueToText } from '../../../../bulk/clean/text';
import type { Ask } from '../../../../n8n/client/ask';
import { indexedPages } from '../../indexedPages';
import type { WantedContact } from './choice';
import { contactKeys } from './contactKeys';
import { foundSeveral, listCutShort, notFound } from './searchProblems';

/** What was found in the list of a campaign. */
interface FoundContacts {
	/** How many contacts the list had. */
	read: number;
	/** Whether there may be more of them behind its end. */
	isCutShort: boolean;
	/** What is kept of the contacts, by what they are found by. */
	byKey: Map<string, IDataObject[]>;
}

/**
 * Finds contacts in the lists of their campaigns. Each list is read once in an execution, by the first item that needs
 * it, for all items: so before any of its contacts is deleted, for a list that loses some while it is read skips others.
 * Only the contacts that an item looks for are kept.
 */
export class CampaignSearch {
	/** By campaign, the keys of all items. */
	private readonly wanted = new Map<string, Set<string>>();
	private readonly found = new Map<string, Promise<FoundContacts>>();
	/** Paths of contacts that are gone. */
	private readonly gone = new Set<string>();

	/**
	 * @param keep what is kept of a contact that is found; its `id` in any case
	 * @param nothingDone said when several are found, a sentence such as "Nothing was deleted."
	 */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly keep: (contact: IDataObject) => IDataObject,
		private readonly nothingDone = '',
	) {}

	/** Tells of a contact that will be looked for; all of them are told of before the first is looked for. */
	announce({ campaignId, key }: WantedContact): void {
		const keys = this.wanted.get(campaignId) ?? new Set();
		this.wanted.set(campaignId, keys.add(key));
	}

	/**
	 * Finds a contact that was announced.
	 *
	 * @param ask by which the list is read, unless it was already
	 * @returns what is kept of it
	 * @throws InputProblem when there is none, or several, or the list could not be read to its end; and what `ask` throws,
	 * for all items of the campaign
	 */
	async find(ask: Ask, wanted: WantedContact): Promise<IDataObject> {
		const { campaignId, key } = wanted;
		const reading = this.found.get(campaignId) ?? this.read(ask, campaignId);
		this.found.set(campaignId, reading);
		const { byKey, read, isCutShort } = await reading;
		const contacts = (byKey.get(key) ?? []).filter(({ id }) => !this.gone.has(`${campaignId} ${String(id)}`));
		const [contact] = contacts;
		if (contacts.length > 1) throw foundSeveral(wanted, contacts, this.nothingDone);
		if (isCutShort) throw listCutShort(wanted, read, this.nothingDone);
		if (!contact) throw notFound(wanted, read);
		return contact;
	}

	/** A contact is gone, so that another item does not find it any more. */
	forget(campaignId: string, contactId: string): void {
		this.gone.add(`${campaignId} ${contactId}`);
	}

	private async read(ask: Ask, campaignId: string): Promise<FoundContacts> {
		const keys = this.wanted.get(campaignId) ?? new Set<string>();
		const found: FoundContacts = { read: 0, isCutShort: false, byKey: new Map() };
		const list = {
			path: `/campaigns/${campaignId}/contacts`,
			key: 'contacts' as const,
			filters: {},
			onCutShort: () => {
				found.isCutShort = true;
			},
		};
		for await (const page of indexedPages(this.context, ask, list, Infinity)) {
			found.read += page.length;
			for (const contact of page) {
				const wantedKeys = contactKeys(contact).filter((key) => keys.has(key));
				if (wantedKeys.length === 0 || valueToText(contact.id) === undefined) continue;
				const kept = this.keep(contact);
				for (const key of wantedKeys) found.byKey.set(key, [...(found.byKey.get(key) ?? []), kept]);
			}
		}
		return found;
	}
}

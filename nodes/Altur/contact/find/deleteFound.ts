import { z } from 'zod';
import type { ItemForm } from '../../../../n8n/form/itemForm';
import { FoundBefore } from '../../../../n8n/item/foundBefore';
import { idNumber } from '../../ids';
import type { AlturWork } from '../../operation';
import type { Subject } from '../../refusalCodes';
import { readContact, removeContact } from '../requests';
import type { CampaignSearch } from './campaignSearch';
import type { WantedContact } from './choice';
import { contactKeys } from './contactKeys';
import { changedMeanwhile } from './searchProblems';

/**
 * The deletion of a contact that is found in the list of its campaign. Between the list and the deletion may lie minutes,
 * so the contact is read once more, and deleted only if it is still the one that is meant.
 *
 * When nobody knows whether it was deleted, a later try of the run deletes the same one, without a search that would not
 * find it any more.
 */
export function deleteFound(form: ItemForm, search: CampaignSearch, wanted: WantedContact): AlturWork {
	const { campaignId, key } = wanted;
	const what = `delete contact of campaign ${campaignId} with ${key}`;
	const before = new FoundBefore(form, what);
	const doubted = before.get();
	const subject: Subject = { campaignId, isIdempotent: true };
	let found = doubted;
	search.announce(wanted);
	return {
		subject,
		once: { what, inDoubt: 'ask' },
		noteDoubt() {
			before.keep(found);
		},
		async carryOut(ask) {
			found ??= await search.find(ask, wanted);
			const contactId = z.coerce.string().parse(found.id);
			subject.contactId = contactId;
			const address = { campaignId, contactId };
			if (doubted === undefined) {
				const now = await readContact(ask, address);
				if (!contactKeys(now).includes(key)) throw changedMeanwhile(contactId, wanted);
			}
			await removeContact(ask, address);
			search.forget(campaignId, contactId);
			const { contact = null, f_id = null } = found;
			return [{ deleted: true, id: idNumber(contactId), campaign_id: idNumber(campaignId), contact, f_id }];
		},
	};
}

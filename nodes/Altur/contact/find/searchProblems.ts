import type { IDataObject } from 'n8n-workflow';
import { InputProblem } from '../../../../n8n/inputProblem';
import { countOf } from '../../../../n8n/load/words';
import type { WantedContact } from './choice';

/** So many IDs are named. */
const namedIds = 5;

const enterTheId = 'Set Find By to Contact ID, and enter the ID of the one that is meant.';

/** @param read how many contacts the campaign has */
export function notFound({ campaignId, name, whenMissing }: WantedContact, read: number): InputProblem {
	const looked =
		read === 0
			? 'It has no contacts at all'
			: `All of its contacts were looked at (${countOf(read, 'contact')}); "Get Many" lists them`;
	return new InputProblem(
		'CONTACT_NOT_FOUND',
		`Campaign ${campaignId} has no contact with ${name}.`,
		`${whenMissing}. ${looked}.`,
	);
}

/** @param nothingDone a sentence such as "Nothing was deleted.", or '' */
export function foundSeveral(
	{ campaignId, name }: WantedContact,
	contacts: readonly IDataObject[],
	nothingDone: string,
): InputProblem {
	const ids = contacts.slice(0, namedIds).map(({ id }) => String(id));
	const more = contacts.length - ids.length;
	const last = more > 0 ? `${more} more` : ids.pop();
	return new InputProblem(
		'SEVERAL_CONTACTS',
		`Campaign ${campaignId} has ${contacts.length} contacts with ${name}: their IDs are ${ids.join(', ')} and ${last}.`,
		`${nothingDone} ${enterTheId}`.trim(),
	);
}

/**
 * @param read contacts before the place where the list ended
 * @param nothingDone a sentence such as "Nothing was deleted.", or ''
 */
export function listCutShort(
	{ campaignId, name }: WantedContact,
	read: number,
	nothingDone: string,
): InputProblem {
	return new InputProblem(
		'LIST_CUT_SHORT',
		`Altur did not give out all contacts of campaign ${campaignId}: ${countOf(read, 'contact')} were read, so nobody knows which have ${name}.`,
		`${nothingDone} ${enterTheId}`.trim(),
	);
}

/** The contact that was found is another one by the time it was to be deleted. */
export function changedMeanwhile(contactId: string, { name }: WantedContact): InputProblem {
	return new InputProblem(
		'CONTACT_CHANGED',
		`Contact ${contactId} does not have ${name} any more: it was changed while this ran.`,
		'Nothing was deleted for this item. Run it again.',
	);
}

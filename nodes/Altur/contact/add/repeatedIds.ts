import type { NodeExecutionHint } from 'n8n-workflow';
import { plainText } from '../../../../n8n/load/plainText';
import type { LoadedItem } from '../../../../n8n/load/loadOperation';
import type { KnownContact } from './output';

/** So many of the repeated IDs are named. */
const named = 3;

/**
 * Warns of External IDs that stand for several contacts: Altur's webhooks, which bring the results of calls, know a
 * contact by nothing else (vendor page "Webhooks", `campaign_user.f_id`), so it has to be unique over all campaigns.
 *
 * @param entries of the run; failed rows, those that a trial left out, and a contact that stands in several rows, are no reason to warn
 * @returns undefined when no ID is repeated
 */
export function repeatedIdsHint(
	entries: ReadonlyArray<LoadedItem<KnownContact>>,
): NodeExecutionHint | undefined {
	const contactOf = new Map<string, string>();
	const repeated = new Map<string, Set<string>>();
	for (const { result, known } of entries) {
		const fId = known.fId?.trim();
		if (!fId || result.status === 'failed' || result.status === 'not_sent') continue;
		const name = `${known.campaignId ?? ''} ${result.id ?? known.contact ?? ''}`;
		const first = contactOf.get(fId);
		if (first === undefined) contactOf.set(fId, name);
		else if (first !== name) repeated.set(fId, (repeated.get(fId) ?? new Set([first])).add(name));
	}
	if (repeated.size === 0) return undefined;
	const number = new Intl.NumberFormat('en');
	const shown = [...repeated]
		.slice(0, named)
		.map(([fId, { size }]) => `"${plainText(fId)}" by ${number.format(size)}`);
	const more = repeated.size - shown.length;
	return {
		type: 'warning',
		location: 'outputPane',
		message: `Contacts share an External ID: ${shown.join(', ')}${more > 0 ? `, and ${number.format(more)} more IDs` : ''} (a person in two campaigns counts twice). What Altur sends of a call names the contact by this ID alone. Give each contact an ID of its own, and another one in each campaign.`,
	};
}

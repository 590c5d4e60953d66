import type { StoredContact } from '../contactList';
import type { StoredCall } from '../conversation/call';

function share(part: number, whole: number, digits: number): number {
	return whole === 0 ? 0 : Number((part / whole).toFixed(digits));
}

/** A count, and its share of a whole beside it, under the two names that Altur gives them. */
function counted(name: string, part: number, whole: number, digits: number): Record<string, number> {
	return { [name]: part, [`${name}Rate`]: share(part, whole, digits) };
}

/**
 * The snapshot of a phone campaign that has finished, key for key as in Altur's webhook. Who said yes has also
 * answered; shares of calls have three digits there, shares of contacts four.
 */
export function phoneAnalytics(
	contacts: readonly StoredContact[],
	calls: readonly StoredCall[],
): Record<string, number> {
	const by = (who: StoredCall['answered_by']) =>
		calls.filter(({ answered_by }) => answered_by === who).length;
	const of = (...statuses: StoredContact['status'][]) =>
		contacts.filter(({ status }) => statuses.includes(status)).length;
	const [human, machine, unknown] = [by('human'), by('machine'), by('unknown')];
	const processed = contacts.filter(({ history }) => history !== undefined).length;
	const all = contacts.length;
	return {
		calls: calls.length,
		callsAnsweredByHuman: human,
		callsAnsweredByMachine: machine,
		callsAnsweredByUnknown: unknown,
		callsAnsweredByHumanRate: share(human, calls.length, 3),
		callsAnsweredByMachineRate: share(machine, calls.length, 3),
		callsAnsweredByUnknownRate: share(unknown, calls.length, 3),
		contacts: all,
		...counted('contactsProcessed', processed, all, 4),
		...counted('contactsFailed', of('failed'), all, 4),
		...counted('contactsVoicemail', of('voicemail'), all, 4),
		...counted('contactsAnswered', of('answered', 'converted'), all, 4),
		...counted('contactsConverted', of('converted'), all, 4),
	};
}

/** The four keys that Altur's pages name of a WhatsApp campaign; what else there is, they do not say. */
export function whatsAppAnalytics(contacts: readonly StoredContact[]): Record<string, number> {
	const of = (...statuses: StoredContact['status'][]) =>
		contacts.filter(({ status }) => statuses.includes(status)).length;
	return {
		sent: of('sent', 'delivered', 'read'),
		delivered: of('delivered', 'read'),
		read: of('read'),
		convertedRate: share(of('converted'), contacts.length, 4),
	};
}

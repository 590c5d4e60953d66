import type { RowProblem } from '../../../../bulk/rows';
import { quote } from '../../../../n8n/messages';
import { nameContactField } from '../../fieldNames';
import { blamedContact } from '../../fieldProblems';
import { readRefusal } from '../../refusal';
import { explainRow } from './errors';

/** What Altur's validation says about one contact. */
interface Blame {
	/** Fields of the contact, by Altur's names. */
	fields: string[];
	messages: string[];
}

/**
 * Finds the contacts that a refusal of a whole request blames: a validation error of Django's that is nested as the
 * request is (the 400 of POST /campaigns/{id}/contacts in Altur's specification), or a code with the path of a field.
 *
 * @param body of the refusal
 * @param phones the phone numbers of the request, in its order
 * @param hasCountry whether a Default Country is set for the contact at that place
 * @returns by place in the request, what is wrong with each; none when the refusal is about something else
 */
export function readBlamedContacts(
	body: unknown,
	phones: readonly string[],
	hasCountry: (place: number) => boolean,
): Map<number, RowProblem> {
	const { code, message, field, problems } = readRefusal(body);
	const told = problems.length > 0 ? problems : [{ field, messages: message === undefined ? [] : [message] }];
	const blames = new Map<number, Blame>();
	for (const { field: path, messages } of told) {
		const contact = blamedContact(path);
		if (!contact) continue;
		const blame = blames.get(contact.index) ?? { fields: [], messages: [] };
		if (contact.field !== undefined) blame.fields.push(contact.field);
		blame.messages.push(...messages);
		blames.set(contact.index, blame);
	}
	const problemOf = (place: number, blame: Blame): RowProblem => {
		const said = blame.messages.join(' ');
		const words =
			code === undefined
				? explainBlame(blame)
				: explainRow(code, phones[place] ?? '', hasCountry(place), said);
		return { ...words, field: blame.fields[0] };
	};
	const inRequest = [...blames].filter(([place]) => place < phones.length);
	return new Map(inRequest.map(([place, blame]) => [place, problemOf(place, blame)]));
}

function explainBlame({ fields, messages }: Blame): RowProblem {
	const about = fields.length === 0 ? '' : ` because of its ${fields.map(nameContactField).join(' and ')}`;
	const saying = quote('Altur', messages.join(' '));
	return {
		code: 'INVALID_FIELD',
		message: `Altur does not take this row${about}.${saying} Correct it in the row, and run this again for that row.`,
	};
}

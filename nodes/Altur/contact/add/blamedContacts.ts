import type { RowProblem } from '../../../../bulk/rows';
import { quote } from '../../../../n8n/messages';
import { nameContactField } from '../../fieldNames';
import { blamedContact, type FieldProblem } from '../../fieldProblems';
import { readRefusal } from '../../refusal';
import { explainRow, rowCodes } from './rowProblems';

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
 * @param countryOf the Default Country of the contact at that place, if one is set
 * @returns by place in the request, what is wrong with each; none when the refusal is about something else
 */
export function readBlamedContacts(
	body: unknown,
	phones: readonly string[],
	countryOf: (place: number) => string | undefined,
): Map<number, RowProblem> {
	const { code } = readRefusal(body);
	const problemOf = (place: number, blame: Blame): RowProblem => {
		const words = rowCodes.has(code ?? '')
			? explainRow(code ?? '', phones[place] ?? '', countryOf(place))
			: explainBlame(blame, code);
		return { ...words, field: blame.fields[0] };
	};
	const inRequest = [...readBlames(body)].filter(([place]) => place < phones.length);
	return new Map(inRequest.map(([place, blame]) => [place, problemOf(place, blame)]));
}

/** Whether a refusal is about contacts of the request, and not about the request. */
export function blamesContacts(body: unknown): boolean {
	return readBlames(body).size > 0;
}

function readBlames(body: unknown): Map<number, Blame> {
	const { message, field, problems } = readRefusal(body);
	const blames = blamesOf(problems);
	if (blames.size > 0) return blames;
	const said = problems.flatMap(({ messages }) => messages);
	return blamesOf([{ field, messages: said.length > 0 ? said : message === undefined ? [] : [message] }]);
}

function blamesOf(problems: readonly FieldProblem[]): Map<number, Blame> {
	const blames = new Map<number, Blame>();
	for (const { field, messages } of problems) {
		const contact = blamedContact(field);
		if (!contact) continue;
		const blame = blames.get(contact.index) ?? { fields: [], messages: [] };
		if (contact.field !== undefined) blame.fields.push(contact.field);
		blame.messages.push(...messages);
		blames.set(contact.index, blame);
	}
	return blames;
}

/** So many fields of a contact are named. */
const namedFields = 3;

function explainBlame({ fields, messages }: Blame, code = 'INVALID_FIELD'): RowProblem {
	const named = fields.slice(0, namedFields).map(nameContactField);
	const more = fields.length > namedFields ? ` and ${fields.length - namedFields} more fields` : '';
	const about = named.length === 0 ? '' : ` because of ${named.join(', ')}${more}`;
	const advice = named.length === 0 ? '' : ' Correct it in the row, and run this again for that row.';
	return {
		code,
		message: `Altur does not take this row${about}.${quote('Altur', messages.join(' '))}${advice}`,
	};
}

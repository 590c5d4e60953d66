import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { e164 } from '../../../../../bulk/clean/phone/cleanPhone';
import type { Ask } from '../../../../../n8n/client/ask';
import { optionsField } from '../../../../../n8n/form/bulkOptions';
import { defaultCountryOption } from '../../../../../n8n/form/defaultCountry';
import { checked } from '../../../../../n8n/form/checked';
import type { ItemForm } from '../../../../../n8n/form/itemForm';
import { InputProblem } from '../../../../../n8n/inputProblem';
import { requireId } from '../ids';
import { findByPhone } from './findByPhone';
import { contactIdField, phoneField, phoneOf } from './form';

const foundBy = (way: string) => ({ show: { findBy: [way] } });

/** Which contact; in workflows from before there was a choice, by its ID. */
export const contactChoiceFields: INodeProperties[] = [
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		noDataExpression: true,
		default: 'id',
		description: 'What the contact is known by',
		options: [
			{ name: 'Contact ID', value: 'id', description: 'The ID that OliAI gave it: needs no search' },
			{ name: 'Phone Number', value: 'phoneNumber', description: 'In any spelling; takes one request more' },
		],
	},
	{ ...contactIdField, displayOptions: foundBy('id') },
	{ ...phoneField, required: true, displayOptions: foundBy('phoneNumber') },
	{ ...optionsField([defaultCountryOption('IN')]), displayOptions: foundBy('phoneNumber') },
];

/** Which contact an item is about: its ID, or the number by which it has to be found. */
type ContactChoice = { contactId: string } | { phoneNumber: string };

const options = z.object({ defaultCountry: z.unknown() }).catch({});
const noNumber =
	'Phone Number must be one number with + and the country code, such as +919876543210; Default Country completes numbers without it';

/** @throws InputProblem when nothing is said, or what is no ID or phone number */
export function readContactChoice({ value }: ItemForm): ContactChoice {
	if (value('findBy') !== 'phoneNumber') return { contactId: requireId('contact', value('contactId')) };
	const { defaultCountry } = options.parse(value('options'));
	const phoneNumber = phoneOf(value('phoneNumber'), defaultCountry);
	return { phoneNumber: checked(z.string({ message: noNumber }).regex(e164, noNumber), phoneNumber) };
}

/**
 * The ID of a contact, which is found when it is not known.
 *
 * @throws InputProblem when no contact has the number
 */
export async function contactIdOf(ask: Ask, choice: ContactChoice): Promise<string> {
	if ('contactId' in choice) return choice.contactId;
	const { phoneNumber } = choice;
	const contactId = await findByPhone(ask, phoneNumber);
	if (contactId !== undefined) return contactId;
	throw new InputProblem(
		'CONTACT_NOT_FOUND',
		`OliAI has no contact with the phone number ${phoneNumber}.`,
		'Check the number and its country; "Get Many" lists the contacts.',
	);
}

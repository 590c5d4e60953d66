import type { INodeProperties } from 'n8n-workflow';
import { cleanPhone } from '../../../../../bulk/clean/phone/cleanPhone';
import { valueToText } from '../../../../../bulk/clean/text';
import { roundedNumber } from '../../../../../n8n/form/roundedNumber';

export const contactIdField: INodeProperties = {
	displayName: 'Contact ID',
	name: 'contactId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. clxxx123',
	description: 'ID of the contact in OliAI, as the other operations return it',
};

export const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Priya Sharma',
	description: 'Full name of the contact',
};

export const phoneField: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. +919876543210',
	description: 'With + and the country code, or national with a Default Country',
};

/** OliAI publishes no list of languages. */
export const languageField: INodeProperties = {
	displayName: 'Language',
	name: 'language',
	type: 'string',
	default: '',
	placeholder: 'e.g. hi-IN',
	description: 'Code of the language in which the contact is called',
};

/** A text field as it is sent; undefined when it is empty. */
export function textOf(value: unknown): string | undefined {
	return valueToText(value)?.trim() || undefined;
}

/**
 * A phone number as it is sent: E.164 if it is possible to tell, otherwise as typed.
 *
 * @param country ISO 3166-1 alpha-2, for numbers written without their country
 * @throws InputProblem for a number that a sheet has rounded
 */
export function phoneOf(value: unknown, country: unknown): string | undefined {
	const typed = textOf(value);
	if (typed === undefined) return undefined;
	const cleaned = cleanPhone(typed, textOf(country));
	if ('rounded' in cleaned) throw roundedNumber(cleaned.rounded);
	return cleaned.number;
}

import { z } from 'zod';
import { cleanPhone, e164, isPhoneCountry } from '../../../../bulk/clean/phone/cleanPhone';
import { checked } from '../../../../n8n/form/checked';
import type { ItemForm } from '../../../../n8n/form/itemForm';
import { roundedNumber } from '../../../../n8n/form/roundedNumber';
import { campaignIdSchema } from '../../ids';
import { readFields, readId, readText } from '../../readValue';
import type { ContactAddress } from '../requests';
import { externalIdKey, phoneKey } from './contactKeys';

/** A contact that is known by something else than Altur's ID of it. */
export interface WantedContact {
	campaignId: string;
	/** As `contactKeys` gives it for the same contact in the list of the campaign. */
	key: string;
	/** By what it is known, for a sentence: 'the phone number +525512345678'. */
	name: string;
	/** What to look at when there is none, a sentence without a full stop. */
	whenMissing: string;
}

const noContact = 'Contact ID is empty: "Get Many" lists the contacts of a campaign with their IDs';
const noContactId =
	'Contact ID must be a whole number, as "id" in the output of Add to Campaign; set Find By to Phone Number to find a contact by that';

const byIdSchema = z.object({
	campaignId: campaignIdSchema,
	/** In a path: an integer where contacts are read, a text where they are added. */
	contactId: z
		.string({ message: noContact })
		.trim()
		.min(1, noContact)
		.regex(/^\d*$/, { message: noContactId }),
});

const noExternalId = 'External ID is empty: it is "f_id" in the output of "Get Many"';

const byExternalIdSchema = z.object({
	campaignId: campaignIdSchema,
	externalId: z.string({ message: noExternalId }).trim().min(1, noExternalId),
});

const byPhoneSchema = z.object({
	campaignId: campaignIdSchema,
	phoneNumber: z.string({ message: 'Phone Number is empty' }).trim().min(1, 'Phone Number is empty'),
	defaultCountry: z
		.string()
		.trim()
		.refine(isPhoneCountry, 'Default Country must be one of its list, under Options')
		.optional(),
});

/**
 * Reads which contact of which campaign an item is about. Workflows from before there was a choice have a Contact ID.
 *
 * @returns a contact that has to be found, or where it is
 * @throws InputProblem when nothing is said, or what is no ID or phone number
 */
export function readContactChoice(form: ItemForm): WantedContact | ContactAddress {
	const campaignId = readId(form.value('campaignId'));
	switch (form.value('findBy')) {
		case 'phoneNumber': {
			const { defaultCountry } = readFields(form.value('options'));
			const values = {
				phoneNumber: readText(form.value('phoneNumber')),
				defaultCountry: readText(defaultCountry),
			};
			return byPhone(checked(byPhoneSchema, { campaignId, ...values }));
		}
		case 'externalId': {
			const given = { campaignId, externalId: readText(form.value('externalId')) };
			const { externalId, ...campaign } = checked(byExternalIdSchema, given);
			return {
				...campaign,
				key: externalIdKey(externalId),
				name: `the External ID "${externalId}"`,
				whenMissing: 'Check the ID and the campaign; capital letters count',
			};
		}
		default:
			return checked(byIdSchema, { campaignId, contactId: readText(form.value('contactId')) });
	}
}

/** A doubtful number is not looked for, because it would be found at somebody else's. */
function byPhone({ campaignId, phoneNumber, defaultCountry }: z.output<typeof byPhoneSchema>): WantedContact {
	const cleaned = cleanPhone(phoneNumber, defaultCountry);
	if ('rounded' in cleaned) throw roundedNumber(cleaned.rounded);
	const { number } = cleaned;
	const message = `Phone Number must be one number with + and the country code, such as +525512345678, and not "${phoneNumber}"`;
	const completed =
		defaultCountry === undefined ? '; Options > Default Country completes numbers without their code' : '';
	checked(z.string().regex(e164, `${message}${completed}`), number);
	return {
		campaignId,
		key: phoneKey(number),
		name: `the phone number ${number}${number === phoneNumber ? '' : ` ("${phoneNumber}")`}`,
		whenMissing: 'Check the number, its country and the campaign',
	};
}

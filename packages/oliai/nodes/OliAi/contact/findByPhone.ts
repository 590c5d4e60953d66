import { z } from 'zod';
import { phoneDigits } from '../../../../../bulk/clean/phone/cleanPhone';
import type { Ask } from '../../../../../n8n/client/ask';
import { idOf } from '../responses';
import { isPlainId } from '../ids';
import { readPages } from '../pages';

const found = z.object({ id: idOf.refine(isPlainId), phoneNumber: idOf });

/**
 * Finds the contact that has a phone number: the list's search takes parts of names and numbers, so what it finds is
 * compared with the whole number.
 *
 * @returns its ID, or undefined
 */
export async function findByPhone(ask: Ask, phoneNumber: string): Promise<string | undefined> {
	const { entries } = await readPages(ask, '/contacts', { search: phoneNumber }, Infinity);
	return entries
		.flatMap((contact) => found.safeParse(contact).data ?? [])
		.find((contact) => phoneDigits(contact.phoneNumber) === phoneDigits(phoneNumber))?.id;
}

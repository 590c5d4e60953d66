import type { Answer } from '../server/service';
import type { Contact } from './state';

/** `{data, total, page, limit, totalPages}`, pages counted from 1. */
export function listAnswer<T>(all: readonly T[], { page, limit }: { page: number; limit: number }): Answer {
	const from = (page - 1) * limit;
	return {
		status: 200,
		body: {
			data: all.slice(from, from + limit),
			total: all.length,
			page,
			limit,
			totalPages: Math.ceil(all.length / limit),
		},
	};
}

/** The contacts whose name or phone number holds the text. */
export function searchContacts(contacts: readonly Contact[], search: string | undefined): readonly Contact[] {
	if (search === undefined) return contacts;
	const wanted = search.toLowerCase();
	return contacts.filter(
		({ name, phoneNumber }) => name.toLowerCase().includes(wanted) || phoneNumber.includes(search),
	);
}

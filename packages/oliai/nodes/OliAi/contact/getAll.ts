import { textOf } from './form';
import type { Operation } from '../operation';
import { limitFields, readLimit, readList, searchField } from '../pages';
import { perItem } from '../perItem';

/** Lists contacts: GET /contacts, 100 a page. */
export const getContacts: Operation = {
	resource: 'contact',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'Get all contacts, or those that a search finds',
	fields: [...limitFields, searchField],
	run: perItem((form) => {
		const wanted = readLimit(form);
		const search = textOf(form.value('search'));
		return {
			carryOut: async (ask) =>
				await readList(form, ask, '/contacts', search === undefined ? {} : { search }, wanted),
		};
	}),
};

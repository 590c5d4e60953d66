import { textOf } from './form';
import { type Operation, perItem } from '../operation';
import { readLimit, readList, searchField } from '../pages';
import { returnAllFields } from '../../../../../n8n/node/returnAll';

/** Lists contacts: GET /contacts, 100 a page. */
export const getContacts: Operation = {
	resource: 'contact',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'Get all contacts, or those that a search finds',
	fields: [...returnAllFields, searchField],
	run: perItem((form) => {
		const wanted = readLimit(form);
		const search = textOf(form.value('search'));
		return {
			carryOut: async (ask) =>
				await readList(form, ask, '/contacts', search === undefined ? {} : { search }, wanted),
		};
	}),
};

import { audiencePicker } from './picker';
import { textOf } from '../contact/form';
import { requireId } from '../ids';
import { type Operation, perItem } from '../operation';
import { readLimit, readList, searchField } from '../pages';
import { returnAllFields } from '../../../../../n8n/node/returnAll';

/** Lists the contacts of an audience: GET /audiences/{id}/contacts, 100 a page. */
export const getAudienceContacts: Operation = {
	resource: 'audience',
	name: 'Get Contacts',
	value: 'getContacts',
	action: 'Get contacts of audience',
	description: 'Get all contacts of an audience, or those that a search finds',
	fields: [audiencePicker, ...returnAllFields, searchField],
	run: perItem((form) => {
		const audienceId = requireId('audience', form.value('audienceId'));
		const wanted = readLimit(form);
		const search = textOf(form.value('search'));
		const path = `/audiences/${encodeURIComponent(audienceId)}/contacts`;
		return {
			subject: { audienceId },
			carryOut: async (ask) =>
				await readList(form, ask, path, search === undefined ? {} : { search }, wanted),
		};
	}),
};

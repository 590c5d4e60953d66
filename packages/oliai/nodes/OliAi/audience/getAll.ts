import { type Operation, perItem } from '../operation';
import { readLimit, readList } from '../pages';
import { returnAllFields } from '../../../../../n8n/node/returnAll';

/** Lists audiences: GET /audiences, 100 a page. */
export const getAudiences: Operation = {
	resource: 'audience',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many audiences',
	description: 'Get all audiences, or the first ones',
	fields: returnAllFields,
	run: perItem((form) => {
		const wanted = readLimit(form);
		return { carryOut: async (ask) => await readList(form, ask, '/audiences', {}, wanted) };
	}),
};

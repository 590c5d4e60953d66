import { byId, type FilledForm } from './campaignForms';

const contact = (operation: string) => ({ resource: 'contact', operation, campaignId: byId('1234') });

const columns = {
	mappingMode: 'defineBelow',
	value: {
		contact: '={{ $json.phone }}',
		name: '={{ $json.name }}',
		f_id: '={{ $json.id }}',
		context: '={{ $json.notes }}',
	},
	matchingColumns: [],
	schema: [],
};
const rows = [
	{ phone: '+525512345678', name: 'Ana', id: 'C-1', notes: 'Owes $1200', balance: '1200' },
	{ phone: '+525587654321', name: 'Luis', id: 'C-2', notes: '', balance: 300 },
];

/** Every operation on contacts, with the fewest fields and with all of them. */
export const contactForms: readonly FilledForm[] = [
	{ name: 'contact add', parameters: { ...contact('add'), columns }, rows },
	{
		name: 'contact add, all fields',
		parameters: {
			...contact('add'),
			columns,
			ifDuplicate: 'update',
			extractedData: 'otherColumns',
		},
		rows,
	},
	{ name: 'contact delete', parameters: { ...contact('delete'), contactId: '42' } },
	{ name: 'contact get', parameters: { ...contact('get'), contactId: '42' } },
	{ name: 'contact getAll', parameters: { ...contact('getAll'), limit: 5 } },
	{
		name: 'contact getAll, all filters',
		parameters: { ...contact('getAll'), limit: 100, filters: { status: 'voicemail' } },
	},
];

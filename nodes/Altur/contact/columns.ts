import type { ILoadOptionsFunctions, INodeProperties, ResourceMapperFields } from 'n8n-workflow';
import { columnMapper, mapperFields } from '../../../n8n/form/columns/columnMapper';
import { ColumnTitles, type FieldTitles } from '../../../n8n/form/columns/columnTitles';
import { nameTitles, phoneTitles } from '../../../n8n/form/columns/usualTitles';
import type { Contact } from './schema';

/** The fields of a contact that a column can fill. */
type ContactField = Exclude<keyof Contact, 'extracted_data'>;

/** The fields of a contact, as the form calls them. */
export const contactLabels: Record<ContactField, string> = {
	contact: 'Phone Number',
	name: 'Name',
	context: 'Context for the Agent',
	f_id: 'Unique External ID',
};

export const knownTitles =
	'in English, Spanish and Portuguese (Phone, Teléfono, Celular, Name, Nombre, Notes, External ID, ...)';

/** Which column of the input fills which field of the contact. */
export const columnFields: INodeProperties[] = [
	...columnMapper('getContactFields', knownTitles),
	{
		displayName:
			'Unique External ID: one for each contact, and another one in each campaign. What Altur sends of a call later names the contact by it alone.',
		name: 'externalIdNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { '/columns.value.f_id': [{ _cnd: { exists: true } }] } },
	},
];

/** Names the fields for n8n's resource mapper. They are the same for every account. */
export async function getContactFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return mapperFields(contactLabels, ['contact']);
}

/** The titles by which the column of each field is known, the surest field first where two share a title. */
const titles: Record<ContactField, FieldTitles> = {
	contact: phoneTitles,
	name: nameTitles,
	context: {
		sure: `context, notes, note, comment, comments, remarks, contexto, notas, nota, comentario, comentarios,
			observaciones, observacion, observacoes, observacao`,
	},
	f_id: {
		sure: `f_id, external id, external_id, customer id, client id, contact id, crm id, id, record id, reference,
			id externo, id cliente, id de cliente, id del cliente, id contacto, id de contacto, referencia,
			id do cliente, id contato, id do contato`,
		doubtful:
			'customer number, customer no, client number, numero de cliente, numero do cliente, kundennummer',
	},
};

/** The titles by which columns are found. */
export function contactTitles(): ColumnTitles<string> {
	return new ColumnTitles(Object.entries(titles));
}

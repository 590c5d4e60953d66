import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import {
	automaticMappingNotice,
	columnMapper as mapperOf,
	mapperFields,
} from '../../../n8n/form/columns/columnMapper';
import type { ContactField } from './columnTitles';

/** The fields of a contact, as the form calls them. */
export const contactLabels: Record<ContactField, string> = {
	contact: 'Phone Number',
	name: 'Name',
	context: 'Context for the Agent',
	f_id: 'External ID in Your System',
};

const knownTitles =
	'in English, Spanish and Portuguese (Phone, Teléfono, Celular, Name, Nombre, Notes, External ID, ...)';

/** Which column of the input fills which field of the contact. */
export const columnFields = [mapperOf('getContactFields', knownTitles), automaticMappingNotice(knownTitles)];

/** Names the fields for n8n's resource mapper. They are the same for every account. */
export async function getContactFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return mapperFields(contactLabels, ['contact']);
}

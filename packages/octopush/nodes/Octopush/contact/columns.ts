import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { columnMapper, mapperFields } from '../../../../../n8n/form/columns/columnMapper';
import { ColumnTitles, type FieldTitles } from '../../../../../n8n/form/columns/columnTitles';
import { firstNames, phoneTitles } from '../../../../../n8n/form/columns/usualTitles';
import type { Contact } from './schema';

/** The fields of a contact, as the form calls them. */
export const contactLabels: Record<keyof Contact, string> = {
	phone_number: 'Phone Number',
	first_name: 'First Name',
	last_name: 'Last Name',
	param1: 'Param 1',
	param2: 'Param 2',
	param3: 'Param 3',
	param4: 'Param 4',
	param5: 'Param 5',
};

export const knownTitles =
	'in English, French, Spanish and Portuguese (Phone, Téléphone, Teléfono, First Name, Prénom, ...)';

/** Which column of the input fills which field of the contact. */
export const columnFields = columnMapper('getContactFields', knownTitles);

/** Names the fields for n8n's resource mapper. They are the same for every account. */
export async function getContactFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return mapperFields(contactLabels, ['phone_number']);
}

const titles: Record<keyof Contact, FieldTitles> = {
	phone_number: phoneTitles,
	first_name: { sure: `${firstNames}, nome` },
	last_name: {
		sure: `last name, surname, family name, nom de famille, nom, apellido, apellidos, sobrenome, apelido,
			nachname, familienname`,
	},
	param1: { sure: 'param1' },
	param2: { sure: 'param2' },
	param3: { sure: 'param3' },
	param4: { sure: 'param4' },
	param5: { sure: 'param5' },
};

/** The titles by which columns are found. */
export function contactTitles(): ColumnTitles<string> {
	return new ColumnTitles(Object.entries(titles));
}

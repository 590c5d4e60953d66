import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { columnMapper, mapperFields } from '../../../../../n8n/form/columns/columnMapper';
import { ColumnTitles, type FieldTitles } from '../../../../../n8n/form/columns/columnTitles';
import { nameTitles, phoneTitles } from '../../../../../n8n/form/columns/usualTitles';

/** The fields of a contact that a column can fill, as the form calls them. */
export const contactLabels = {
	phoneNumber: 'Phone Number',
	name: 'Name',
	language: 'Language',
} as const;

export const knownTitles = '(Phone, Mobile, WhatsApp, Name, Full Name, Language, ...)';

/** Which column of the input fills which field of the contact. */
export const columnFields = columnMapper('getContactFields', knownTitles);

/** Names the fields for n8n's resource mapper. They are the same for every account. */
export async function getContactFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return mapperFields(contactLabels, ['phoneNumber', 'name']);
}

const titles: Record<keyof typeof contactLabels, FieldTitles> = {
	phoneNumber: phoneTitles,
	name: nameTitles,
	language: {
		sure: 'language, lang, language code, locale, preferred language, idioma, lingua, langue, sprache',
	},
};

/** The titles by which columns are found. */
export function contactTitles(): ColumnTitles<string> {
	return new ColumnTitles(Object.entries(titles));
}

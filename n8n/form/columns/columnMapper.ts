import type { INodeProperties, ResourceMapperFields } from 'n8n-workflow';
import { z } from 'zod';
import type { Column } from './expressions';
import type { FormColumns } from './formColumns';

/** A field of a contact that a column of the input can fill: its name in the API, and its label. */
type FieldLabels<Field extends string = string> = Readonly<Record<Field, string>>;

/** The columns that fill the fields, or how to find them in each row. */
export type MappedColumns = Record<string, Column> | 'automatic';

/**
 * The form field "Columns": which column of the input fills which field of the contact.
 *
 * @param method of the node, which answers with `mapperFields`
 * @param titles the titles that "Map Automatically" knows, as examples
 */
export function columnMapper(method: string, titles: string): INodeProperties {
	return {
		displayName: 'Columns',
		name: 'columns',
		type: 'resourceMapper',
		default: { mappingMode: 'defineBelow', value: null },
		noDataExpression: true,
		required: true,
		typeOptions: {
			resourceMapper: {
				resourceMapperMethod: method,
				mode: 'add',
				valuesLabel: 'Contact',
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: true,
				multiKeyMatch: false,
				supportAutoMap: true,
				alwaysConvertFieldsToString: true,
			},
		},
		description: `Drag columns from the input into the fields. "Map Automatically" recognises the usual column titles ${titles}.`,
	};
}

/**
 * What "Map Automatically" does, shown where it is chosen, because n8n shows no description of the field there.
 *
 * @param titles the titles that it knows, as examples
 */
export function automaticMappingNotice(titles: string): INodeProperties {
	return {
		displayName: `Equal names are not needed: the usual column titles are recognised, ${titles}. Columns with other titles fill no field.`,
		name: 'automaticMappingNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { '/columns.mappingMode': ['autoMapInputData'] } },
	};
}

/** Names the fields for n8n's resource mapper. */
export function mapperFields(labels: FieldLabels, required: readonly string[]): ResourceMapperFields {
	return {
		fields: Object.entries(labels).map(([id, displayName]) => ({
			id,
			displayName,
			required: required.includes(id),
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
			type: 'string' as const,
		})),
	};
}

const mapperSchema = z.object({
	mappingMode: z.enum(['defineBelow', 'autoMapInputData']).catch('defineBelow'),
	value: z
		.record(z.unknown())
		.nullish()
		.transform((value) => value ?? {}),
});

/** Reads what the person mapped. */
export function readMapper(form: FormColumns, labels: FieldLabels): MappedColumns {
	const mapper = mapperSchema.parse(form.raw('columns', {}));
	if (mapper.mappingMode === 'autoMapInputData') return 'automatic';
	const mapped = Object.entries(mapper.value).map(([id, value]): [string, Column] => [
		id,
		form.column(labels[id] ?? id, value),
	]);
	return Object.fromEntries(mapped);
}

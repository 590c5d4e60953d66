import type { INodeProperties, ResourceMapperFields } from 'n8n-workflow';
import { z } from 'zod';
import type { Column } from './expressions';
import type { FormColumns } from './formColumns';

/** A field of a contact that a column of the input can fill: its name in the API, and its label. */
type FieldLabels<Field extends string = string> = Readonly<Record<Field, string>>;

/** The columns that fill the fields, or how to find them in each row. */
export type MappedColumns = Record<string, Column> | 'automatic';

const columnMapping = 'columnMapping';
const byTitle = 'titles';

/**
 * The form fields that say which column of the input fills which field of the contact.
 *
 * The choice stands before n8n's resource mapper rather than in it: beside its own automatic mode, n8n says that columns
 * must be named like the fields, which is not so here. Workflows that were stored with that mode go on by the titles.
 *
 * @param method of the node, which answers with `mapperFields`
 * @param titles the titles that are known, as examples
 */
export function columnMapper(method: string, titles: string): INodeProperties[] {
	return [
		{
			displayName: 'Columns',
			name: columnMapping,
			type: 'options',
			noDataExpression: true,
			default: 'manual',
			description: 'How to say which columns of the input fill the fields of a contact',
			options: [
				{
					name: 'Find Columns by Title',
					value: byTitle,
					description: 'Goes by the usual titles, in any order',
				},
				{
					name: 'Map Each Column',
					value: 'manual',
					description: 'Drag columns from the input into the fields',
				},
			],
		},
		{
			displayName: `The usual column titles are recognised ${titles}. Columns with other titles fill no field. After the run, a line above the output says which column was taken for what.`,
			name: 'columnTitlesNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { [columnMapping]: [byTitle] } },
		},
		{
			displayName: 'Map Each Column',
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
					supportAutoMap: false,
					alwaysConvertFieldsToString: true,
				},
			},
			displayOptions: { show: { [columnMapping]: ['manual'] } },
			description: 'Drag columns from the input into the fields',
		},
		{
			displayName: `This workflow was made when the node still had n8n's automatic mode, and goes on by the usual titles ${titles}; equal names are not needed. Choose "Find Columns by Title" above, and this notice goes away.`,
			name: 'automaticMappingNotice',
			type: 'notice',
			default: '',
			displayOptions: {
				show: { [columnMapping]: ['manual'], '/columns.mappingMode': ['autoMapInputData'] },
			},
		},
	];
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
	if (form.raw(columnMapping, 'manual') === byTitle) return 'automatic';
	const mapper = mapperSchema.parse(form.raw('columns', {}));
	if (mapper.mappingMode === 'autoMapInputData') return 'automatic';
	const mapped = Object.entries(mapper.value).map(([id, value]): [string, Column] => [
		id,
		form.column(labels[id] ?? id, value),
	]);
	return Object.fromEntries(mapped);
}

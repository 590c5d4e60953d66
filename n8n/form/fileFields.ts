import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { valueToText } from '../../bulk/clean/text';
import type { TableOptions } from '../../bulk/file/readTable';
import { readOptions } from './bulkOptions';

/** Where the file of an item is, and which of its columns fill the fields of a contact. */
export interface FileForm {
	/** The binary field of the input item. */
	field: string;
	/** The columns by field as the person has named them; undefined when they are found by their titles. */
	columnNames: Readonly<Record<string, string>> | undefined;
	table: TableOptions;
}

/** The form field that says where the file is. */
export const binaryPropertyField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryProperty',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The input binary field with the file: CSV or Excel (.xlsx)',
	description:
		'CSV with any delimiter, also in a gzip file or a zip, or an Excel workbook (.xlsx). Each input item is a file; several are loaded one after the other.',
};

/**
 * The form fields that say which column of the file fills which field of the contact.
 *
 * @param labels of the fields, by the service's names for them, that of the phone number first
 * @param knownTitles the titles that are found, as examples
 */
export function fileColumnFields(
	labels: Readonly<Record<string, string>>,
	knownTitles: string,
): INodeProperties[] {
	const [phoneField = ''] = Object.keys(labels);
	const byLabel = Object.entries(labels).sort(([, one], [, other]) => (one < other ? -1 : 1));
	return [
		{
			displayName: 'Columns',
			name: 'columnsFrom',
			type: 'options',
			noDataExpression: true,
			default: 'titles',
			description: 'How the columns of the file are found that fill the fields of a contact',
			options: [
				{
					name: 'Find Columns by Title',
					value: 'titles',
					description: 'Goes by the usual titles in the first row of the file',
				},
				{
					name: 'Name Each Column',
					value: 'names',
					description: 'By its title or its letter',
				},
			],
		},
		{
			displayName: `The usual column titles are recognised ${knownTitles}. Columns with other titles fill no field. After the run, a line above the output says which column was taken for what.`,
			name: 'fileTitlesNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { columnsFrom: ['titles'] } },
		},
		{
			displayName: 'Column Names',
			name: 'columnNames',
			type: 'collection',
			placeholder: 'Add Column',
			default: { [phoneField]: '' },
			displayOptions: { show: { columnsFrom: ['names'] } },
			description:
				'For each field the title of its column, as written in the first row of the file, or its letter (A, B, ...)',
			options: byLabel.map(([name, displayName]): INodeProperties => ({
				displayName,
				name,
				type: 'string',
				default: '',
				placeholder: `e.g. ${displayName} or B`,
				description: 'Title of the column in the first row of the file, or its letter (A, B, ...)',
			})),
		},
	];
}

const delimiters = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

export const delimiterOption: INodeProperties = {
	displayName: 'Delimiter',
	name: 'delimiter',
	type: 'options',
	default: 'auto',
	description: 'What stands between the cells of the file',
	options: [
		{ name: 'Comma (,)', value: 'comma' },
		{ name: 'Find Out', value: 'auto' },
		{ name: 'Pipe (|)', value: 'pipe' },
		{ name: 'Semicolon (;)', value: 'semicolon' },
		{ name: 'Tab', value: 'tab' },
	],
};

export const encodingOption: INodeProperties = {
	displayName: 'Encoding',
	name: 'encoding',
	type: 'options',
	default: 'auto',
	description: 'How the file writes letters such as á and ñ. Set it if they come out wrong.',
	options: [
		{ name: 'Find Out', value: 'auto' },
		{ name: 'UTF-16', value: 'utf-16le' },
		{ name: 'UTF-8', value: 'utf-8' },
		{ name: 'Windows-1252 (Latin 1)', value: 'windows-1252' },
	],
};

export const sheetOption: INodeProperties = {
	displayName: 'Sheet',
	name: 'sheet',
	type: 'string',
	default: '',
	placeholder: 'e.g. Customers or 2',
	description:
		'Of an Excel workbook the name of the sheet, or its number, counted from 1. Empty for the first one that is not hidden.',
};

const tableOptions = z.object({
	delimiter: z
		.enum(['auto', 'comma', 'semicolon', 'tab', 'pipe'], {
			errorMap: () => ({ message: 'Delimiter must be one of the list' }),
		})
		.optional()
		.transform((name) => (name === undefined || name === 'auto' ? undefined : delimiters[name])),
	encoding: z
		.enum(['auto', 'utf-8', 'utf-16le', 'windows-1252'], {
			errorMap: () => ({ message: 'Encoding must be one of the list' }),
		})
		.optional()
		.transform((name) => (name === 'auto' ? undefined : name)),
	sheet: z.unknown().transform((value) => {
		const name = valueToText(value)?.trim() ?? '';
		return name === '' ? undefined : name;
	}),
});

const namesSchema = z.record(z.unknown()).catch({});

/**
 * Reads where the file of an item is, and how.
 *
 * @throws InputProblem when an option is none of its list
 */
export function readFileForm(context: IExecuteFunctions, itemIndex: number): FileForm {
	const isNamed = context.getNodeParameter('columnsFrom', itemIndex, 'titles') === 'names';
	const names = isNamed ? namesSchema.parse(context.getNodeParameter('columnNames', itemIndex, {})) : {};
	const typed = Object.entries(names).flatMap(([field, name]): Array<[string, string]> => {
		const text = valueToText(name)?.trim() ?? '';
		return text === '' ? [] : [[field, text]];
	});
	return {
		field: valueToText(context.getNodeParameter('binaryProperty', itemIndex, 'data'))?.trim() ?? '',
		columnNames: isNamed ? Object.fromEntries(typed) : undefined,
		table: readOptions(context, tableOptions, itemIndex),
	};
}

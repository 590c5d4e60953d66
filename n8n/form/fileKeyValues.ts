import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { valueToText } from '../../bulk/clean/text';
import type { TableColumns } from './columns/tableColumns';
import type { KeyValues } from './keyValues';

/** The form fields that fill the free key-value pairs of a contact from the columns of a file. */
export function fileKeyValueFields(name: string, label: string, description: string): INodeProperties[] {
	return [
		{
			displayName: label,
			name,
			type: 'options',
			noDataExpression: true,
			default: 'none',
			description,
			options: [
				{ name: 'None', value: 'none' },
				{
					name: 'All Other Columns',
					value: 'otherColumns',
					description: 'Every column of the file that fills no other field',
				},
				{ name: 'Columns Below', value: 'namedColumns', description: 'Titles or letters that you type' },
			],
		},
		{
			displayName: `${label} Columns`,
			name: `${name}Columns`,
			type: 'string',
			default: '',
			placeholder: 'e.g. Balance, Due date',
			displayOptions: { show: { [name]: ['namedColumns'] } },
			description: 'Titles of columns in the first row of the file, or letters, with commas between them',
		},
	];
}

/**
 * Reads them.
 *
 * @throws InputProblem when one of the columns is not in the file
 */
export function readFileKeyValues(
	context: IExecuteFunctions,
	itemIndex: number,
	{ name, label, columns }: { name: string; label: string; columns: TableColumns },
): KeyValues {
	const mode = z
		.enum(['none', 'otherColumns', 'namedColumns'])
		.parse(context.getNodeParameter(name, itemIndex, 'none'));
	if (mode !== 'namedColumns') return { mode };
	const given: unknown = context.getNodeParameter(`${name}Columns`, itemIndex, '');
	const names = Array.isArray(given)
		? given.map((one) => valueToText(one) ?? '')
		: namesIn(valueToText(given) ?? '', columns);
	const typed = names.map((one) => one.trim()).filter((one) => one !== '');
	return { mode, titles: [...new Set(typed.map((one) => columns.named(one, label)))] };
}

/** A title may hold a comma itself. */
function namesIn(text: string, { titles }: TableColumns): string[] {
	return titles.includes(text.trim()) ? [text] : text.split(/[,;\r\n]/);
}

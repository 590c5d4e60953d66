import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NumberList } from '../../bulk/clean/phone/numberList';
import { valueToText } from '../../bulk/clean/text';
import type { ColumnTitles } from '../form/columns/columnTitles';
import { SheetColumns } from '../form/columns/sheetColumns';
import { TableColumns } from '../form/columns/tableColumns';
import { listTitles } from '../form/columns/titleList';
import { addNumber } from '../form/doNotCall';
import { InputProblem } from '../inputProblem';
import { pauses } from '../load/readRows';
import { fileOfItem } from './fileOfItem';
import { TableReader } from './tableReader';

/** The options that name a file of phone numbers which are never sent. */
export const doNotCallFileOptions: INodeProperties[] = [
	{
		displayName: 'Do Not Call Column',
		name: 'doNotCallColumn',
		type: 'string',
		default: '',
		placeholder: 'e.g. Phone or B',
		description:
			'Title or letter of the column with the numbers in the file of Do Not Call File. Not needed when its title is a usual one, or when there is no other column.',
	},
	{
		displayName: 'Do Not Call File',
		name: 'doNotCallFile',
		type: 'string',
		default: '',
		placeholder: 'e.g. optouts',
		description:
			'Input binary field with a table of phone numbers that are never sent, in any spelling. Their rows come out as suppressed. If the item has no such field, that of the first item counts.',
	},
];

/** Whose numbers are read. */
interface Numbers {
	list: NumberList;
	/** For numbers written without their country. */
	country: string | undefined;
	phoneField: string;
	titles: ColumnTitles<string>;
}

/**
 * Adds the numbers of the file that the options name, if they name one. Memory grows with the numbers.
 *
 * @throws InputProblem when there is no such file, none of its rows holds a number, or one cannot be known any more; FileProblem when it is no
 * table
 */
export async function addNumbersOfFile(
	context: IExecuteFunctions,
	itemIndex: number,
	numbers: Numbers,
): Promise<void> {
	const field = valueToText(context.getNodeParameter('options.doNotCallFile', itemIndex, ''))?.trim() ?? '';
	if (field === '') return;
	const items = context.getInputData();
	const holder = items[itemIndex]?.binary?.[field] ? itemIndex : 0;
	const { open, shownName } = fileOfItem(context, holder, field, {
		label: 'Options > Do Not Call File',
		withoutFiles: 'Nothing was sent. Let the node before hand on the file with the numbers too.',
	});
	const reader = await TableReader.open(open, {});
	try {
		const column = numberColumn(
			reader,
			valueToText(context.getNodeParameter('options.doNotCallColumn', itemIndex, '')),
			numbers,
		);
		const ofFile = new NumberList();
		const pause = pauses();
		for (let row = await reader.next(); row; row = await reader.next()) {
			await pause();
			const text = valueToText(row.json[column])?.trim() ?? '';
			if (text !== '') addNumber(ofFile, text, numbers.country, `The Do Not Call file ${shownName}`);
		}
		numbers.list.addAll(ofFile);
		if (reader.sample.length === 0 || !ofFile.isEmpty()) return;
		throw new InputProblem(
			'INVALID_DO_NOT_CALL',
			`The column "${column}" of the Do Not Call file ${shownName} holds no phone number.`,
			`Nothing was sent. The columns are: ${listTitles(reader.titles)}. Name the right one under Options > Do Not Call Column.`,
		);
	} finally {
		await reader.close();
	}
}

function numberColumn(
	reader: TableReader,
	named: string | undefined,
	{ phoneField, titles }: Numbers,
): string {
	const columns = new TableColumns(reader.titles);
	if (named !== undefined && named.trim() !== '') return columns.named(named, 'Do Not Call Column');
	const [only, ...others] = reader.titles;
	if (only !== undefined && others.length === 0) return only;
	const found = new SheetColumns(reader.sample, titles).find(reader.sample[0]?.json ?? {})[phoneField];
	if (found !== undefined) return found;
	throw new InputProblem(
		'INVALID_DO_NOT_CALL',
		'No column of the Do Not Call file looks like a phone number by its title.',
		`Nothing was sent. The columns are: ${listTitles(reader.titles)}. Name the right one under Options > Do Not Call Column.`,
	);
}

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NumberList } from '../../bulk/clean/phone/numberList';
import { valueToText } from '../../bulk/clean/text';
import { FileProblem } from '../../bulk/file/fileProblem';
import type { BinaryFile } from '../file/binaryFile';
import type { ColumnTitles } from '../form/columns/columnTitles';
import { SheetColumns } from '../form/columns/sheetColumns';
import { TableColumns } from '../form/columns/tableColumns';
import { listTitles } from '../form/columns/titleList';
import { addNumber } from '../form/doNotCall';
import { problemOf } from '../formError';
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
			'Title or letter of the column with the numbers in the file of Do Not Call File. Not needed when its title is a usual one, or when there is no other column; of several with usual titles all count.',
	},
	{
		displayName: 'Do Not Call File',
		name: 'doNotCallFile',
		type: 'string',
		default: '',
		placeholder: 'e.g. optouts',
		description:
			'Input binary field with a table of phone numbers that are never sent, in any spelling. Their rows are output as suppressed. If the item has no such field, that of the first item counts.',
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
 * @throws InputProblem when there is no such file, it is no table, none of its rows holds a number, or one cannot be
 * known any more
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
	const file = fileOfItem(context, holder, field, {
		label: 'Options > Do Not Call File',
		withoutFiles: 'Nothing was sent. Let the node before hand on the file with the numbers too.',
	});
	const column = valueToText(context.getNodeParameter('options.doNotCallColumn', itemIndex, ''))?.trim();
	try {
		numbers.list.addAll(await readNumbers(file, column ?? '', numbers));
	} catch (error) {
		throw toNumbersError(error, file);
	}
}

/** A file that is no table, told from the file that is to be loaded. */
function toNumbersError(error: unknown, { shownName }: BinaryFile): unknown {
	if (!(error instanceof FileProblem)) return error;
	const { code, message, advice } = problemOf(error);
	return new InputProblem(
		code,
		`The Do Not Call file ${shownName} could not be read: ${message}`,
		`Nothing was sent. ${advice}`,
	);
}

/** @param named the column as the person has named it; '' to find it by its title */
async function readNumbers(
	{ open, shownName }: BinaryFile,
	named: string,
	numbers: Numbers,
): Promise<NumberList> {
	const reader = await TableReader.open(open, {});
	try {
		const columns = numberColumns(reader, named, numbers);
		const list = new NumberList();
		const pause = pauses();
		for (let row = await reader.next(); row; row = await reader.next()) {
			await pause();
			for (const column of columns) {
				const text = valueToText(row.json[column])?.trim() ?? '';
				if (text !== '') addNumber(list, text, numbers.country, `The Do Not Call file ${shownName}`);
			}
		}
		if (reader.sample.length === 0 || !list.isEmpty()) return list;
		const isOne = columns.length === 1;
		throw new InputProblem(
			'INVALID_DO_NOT_CALL',
			`The ${isOne ? 'column' : 'columns'} "${listTitles(columns)}" of the Do Not Call file ${shownName} ${isOne ? 'holds' : 'hold'} no phone number.`,
			`Nothing was sent. The columns are: ${listTitles(reader.titles)}. Name the right one under Options > Do Not Call Column.`,
		);
	} finally {
		await reader.close();
	}
}

/** Found by their titles, all that may hold phone numbers count: whoever has opted out with one must not be called. */
function numberColumns(
	reader: TableReader,
	named: string,
	{ phoneField, titles }: Numbers,
): readonly string[] {
	if (named !== '') return [new TableColumns(reader.titles).named(named, 'Do Not Call Column')];
	if (reader.titles.length === 1) return reader.titles;
	const found = new SheetColumns(reader.sampleWithTitles, titles).titlesOf(phoneField);
	if (found.length > 0) return found;
	throw new InputProblem(
		'INVALID_DO_NOT_CALL',
		'No column of the Do Not Call file looks like a phone number by its title.',
		`Nothing was sent. The columns are: ${listTitles(reader.titles)}. Name the right one under Options > Do Not Call Column.`,
	);
}

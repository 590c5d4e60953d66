import { InputProblem } from '../inputProblem';
import { FieldsByTitle, type FieldReader } from '../form/columns/fieldsByTitle';
import { SheetColumns } from '../form/columns/sheetColumns';
import { FieldsByName, TableColumns } from '../form/columns/tableColumns';
import { listTitles } from '../form/columns/titleList';
import type { FileForm } from '../form/fileFields';
import type { FileOperation } from './fileOperation';
import type { TableReader } from './tableReader';

type Contact = FileOperation<unknown, object>['contact'];

/**
 * Decides which columns of a file fill which fields of a contact.
 *
 * @param names by field as the person has named them; undefined to find them by their titles
 * @throws InputProblem when no column is one of phone numbers, or one that was named is not in the file
 */
export function fieldsOfFile(
	{ labels, phoneField, titles: knownTitles }: Contact,
	{ titles, hasTitles, sample, sampleWithTitles }: TableReader,
	names: FileForm['columnNames'],
): FieldReader {
	const columns = new TableColumns(titles);
	if (names !== undefined) return fieldsByName(columns, labels, phoneField, names);
	if (!hasTitles) {
		throw new InputProblem(
			'NO_TITLES',
			'The first row of the file holds a phone number, so the columns have no titles.',
			`Set Columns to "Name Each Column", and name them by their letters. The columns are: ${listTitles(titles)}; the first row is: ${listTitles(sample[0]?.cells ?? [])}.`,
		);
	}
	const byTitle = new FieldsByTitle(new SheetColumns(sampleWithTitles, knownTitles()));
	byTitle.requirePhone(phoneField, 'set Columns to "Name Each Column"');
	return byTitle;
}

function fieldsByName(
	columns: TableColumns,
	labels: Contact['labels'],
	phoneField: string,
	names: NonNullable<FileForm['columnNames']>,
): FieldReader {
	if (names[phoneField] === undefined) {
		throw new InputProblem(
			'NO_PHONE_COLUMN',
			'No column is named for Phone Number.',
			`Enter it under Column Names. The columns are: ${listTitles(columns.titles)}.`,
		);
	}
	const titles = Object.entries(names).map(([field, name]) => [
		field,
		columns.named(name, labels[field] ?? field),
	]);
	return new FieldsByName(Object.fromEntries(titles));
}

import type { IExecuteFunctions } from 'n8n-workflow';
import type { NumberList } from '../../bulk/clean/phone/numberList';
import { readCountryOfFile } from '../form/defaultCountry';
import { CountryCodes } from '../form/countryCodes';
import { fixedColumn, type Column } from '../form/columns/expressions';
import { readDoNotCall } from '../form/doNotCall';
import { addNumbersOfFile } from './doNotCallFile';
import type { FileOperation } from './fileOperation';

/** What holds for the phone numbers of a file. */
interface FileNumbers {
	defaultCountry: Column;
	/** What it makes of the rows, to be counted while they are read. */
	countryCodes: CountryCodes;
	doNotCall: NumberList;
}

/**
 * Reads what the options say of the phone numbers of a file: the country of those that are written without one, and those
 * that are never sent.
 *
 * @throws InputProblem for a country that does not exist, and for a list or file of numbers that is none; FileProblem
 */
export async function readFileNumbers(
	context: IExecuteFunctions,
	itemIndex: number,
	{ phoneField, titles }: FileOperation<unknown, object>['contact'],
): Promise<FileNumbers> {
	const country = readCountryOfFile(context, itemIndex);
	const defaultCountry = fixedColumn(country);
	const list = readDoNotCall(context, defaultCountry, itemIndex);
	await addNumbersOfFile(context, itemIndex, { list, country, phoneField, titles: titles() });
	return { defaultCountry, countryCodes: new CountryCodes(), doNotCall: list };
}

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { isPhoneCountry } from '../../bulk/clean/phone/cleanPhone';
import { valueToText } from '../../bulk/clean/text';
import { InputProblem } from '../inputProblem';
import type { Column } from './columns/expressions';
import type { FormColumns } from './columns/formColumns';
import { countryOptions } from './countries';
import { isThere } from './isThere';
import { olderPlace } from './olderPlace';

const label = 'Default Country';
const name = 'defaultCountry';
const olderName = `options.${name}`;

const inOlderPlace = { [`/${olderName}`]: [isThere] };

/** @param whileEmpty what it means that no country is chosen */
function mainField(whileEmpty: string): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'options',
		default: '',
		description:
			'The country of phone numbers that are written without their country code: 55 1234 5678 becomes +525512345678 for Mexico. May be a column.',
		options: [{ name: whileEmpty, value: '' }, ...countryOptions()],
	};
}

/**
 * The field of the main form, beside the columns; empty until a person chooses a country. What that means depends on
 * whether an older workflow has one under Options.
 */
export const defaultCountryFields: INodeProperties[] = [
	{
		...mainField('None: Numbers Must Begin with + and the Country Code'),
		displayOptions: { hide: inOlderPlace },
	},
	{ ...mainField('The One Under Options'), displayOptions: { show: inOlderPlace } },
];

/**
 * The country among the fields of one contact or call.
 *
 * @param byDefault ISO 3166-1 alpha-2, with which the field starts when a person adds it
 */
export function defaultCountryOption(byDefault: string): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'options',
		default: byDefault,
		description: 'Completes phone numbers that are written without their country code',
		options: countryOptions(),
	};
}

/** Where the country of a load stood at first: under Options. */
export const olderDefaultCountry: INodeProperties[] = olderPlace('options', defaultCountryOption(''));

/** Whether a field that may be an expression holds anything. */
const isSet = (raw: unknown) => valueToText(raw) !== undefined;

/**
 * Reads Default Country, which may be a column: in the main form, or under Options while the main form has none.
 *
 * @throws InputProblem for a country that does not exist
 */
export function readDefaultCountry(form: FormColumns): Column {
	const main = form.raw(name, '');
	const older = z.object({ [name]: z.unknown() }).parse(form.raw('options', {}))[name];
	const country = isSet(main) ? main : older;
	if (typeof country === 'string' && !country.startsWith('=')) requireCountry(country);
	return form.column(label, country);
}

/**
 * Reads Default Country for one file, from the same places.
 *
 * @returns ISO 3166-1 alpha-2; undefined when there is none
 * @throws InputProblem for a country that does not exist
 */
export function readCountryOfFile(context: IExecuteFunctions, itemIndex: number): string | undefined {
	const raw: unknown = context.getNodeParameter(name, itemIndex, '', { rawExpressions: true });
	const place = isSet(raw) ? name : olderName;
	const country = valueToText(context.getNodeParameter(place, itemIndex, ''))?.trim();
	requireCountry(country ?? '');
	return country === '' ? undefined : country;
}

function requireCountry(country: string): void {
	if (country === '' || isPhoneCountry(country)) return;
	throw new InputProblem(
		'INVALID_COUNTRY',
		`There is no country "${country}".`,
		`Choose the ${label} from the list.`,
	);
}

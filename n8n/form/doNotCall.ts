import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NumberList } from '../../bulk/clean/phone/numberList';
import { valueToText } from '../../bulk/clean/text';
import { InputProblem } from '../inputProblem';
import type { Column } from './columns/expressions';
import { differsBetweenRows } from './differsBetweenRows';
import type { StatusLabel } from './outputField';
import { howToMend } from './roundedNumber';

/**
 * What becomes of a row whose number is on the list.
 *
 * @param inBranchOf the status in whose branch it leaves
 */
export const suppressed = (inBranchOf: string): StatusLabel => ({
	status: 'suppressed',
	label: 'Suppressed',
	inBranchOf,
});

const optionName = 'options.doNotCall';

export const doNotCallOption: INodeProperties = {
	displayName: 'Do Not Call',
	name: 'doNotCall',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: "e.g. {{ $('Opt-outs').all().map(item => item.json.phone) }}",
	description:
		'Phone numbers that are never sent, in any spelling: a list that an expression gives, or numbers with commas or lines between them. Their rows are output as suppressed.',
};

const howToList =
	"Under Options, let its expression give the numbers, such as {{ $('Opt-outs').all().map(item => item.json.phone) }}; look at the name of the column.";

/**
 * Reads the option Do Not Call, once for all rows. A list that was meant to hold numbers and holds none is no empty one:
 * a column that has been renamed must not make everybody be called.
 *
 * @param defaultCountry for numbers written without their country, if it is the same for all rows
 * @param itemOfList the item whose own list it is; left out, one list holds for all rows
 * @throws InputProblem for what is no list of numbers, for what differs from row to row, and for a number that cannot
 * be known any more
 */
export function readDoNotCall(
	context: IExecuteFunctions,
	defaultCountry: Column,
	itemOfList?: number,
): NumberList {
	const given: unknown = context.getNodeParameter(optionName, itemOfList ?? 0, '');
	const list = new NumberList();
	if (itemOfList === undefined) refuseDraggedColumn(context, given);
	if (given === '' || (Array.isArray(given) && given.length === 0)) return list;
	// Where the rows have countries of their own, nobody knows which one is that of a number on the list.
	const country = defaultCountry.isSameForAll ? valueToText(defaultCountry.read(0)) : undefined;
	for (const text of textsOf(given)) addNumber(list, text, country, 'Do Not Call');
	if (!list.isEmpty()) return list;
	throw new InputProblem(
		'INVALID_DO_NOT_CALL',
		'Do Not Call holds no phone number.',
		`Nothing was sent. ${howToList} Leave the field empty if there are none.`,
	);
}

/** Of all who must not be called, a dragged column would give one, or none: what stands beside the first row. */
function refuseDraggedColumn(context: IExecuteFunctions, given: unknown): void {
	if (!differsBetweenRows(context, optionName, given)) return;
	throw new InputProblem(
		'INVALID_DO_NOT_CALL',
		'Do Not Call comes to something else in each row: a column that is dragged there gives no list.',
		`Nothing was sent. ${howToList}`,
	);
}

/**
 * Adds a number to the list.
 *
 * @param where it stands, for the person
 * @throws InputProblem for one that a sheet has rounded, so that nobody can tell whose it is
 */
export function addNumber(list: NumberList, text: string, country: string | undefined, where: string): void {
	if (list.add(text, country)) return;
	throw new InputProblem(
		'INVALID_DO_NOT_CALL',
		`${where} holds ${text}: a sheet has rounded that number.`,
		`Nothing was sent, because nobody can tell whose it is. ${howToMend(text)}`,
	);
}

/** 5,512,345,678, as a sheet may show a number. */
const groupedByThree = /(?<!\d)\d{1,3}(?:,\d{3}){2,4}(?!\d)/g;

function textsOf(given: unknown): string[] {
	if (Array.isArray(given)) return given.flatMap(textsOf);
	if (typeof given === 'object' && given !== null) {
		throw new InputProblem(
			'INVALID_DO_NOT_CALL',
			'Do Not Call holds whole rows, not phone numbers.',
			`Nothing was sent. ${howToList}`,
		);
	}
	return (valueToText(given) ?? '')
		.replace(groupedByThree, (number) => number.replaceAll(',', ''))
		.split(/[,;\r\n\t]+/)
		.map((one) => one.trim())
		.filter((one) => one !== '');
}

import { quoteName } from '../compression/readableEntry';
import { FileProblem } from '../fileProblem';
import type { Sheet } from './workbook';

/** So many names are listed in a message at most. */
const maxNames = 10;

/**
 * Finds the sheet that is meant.
 *
 * @param sheets at least one
 * @param wanted its name, in any case and with spaces around it; or its number among the visible ones, from 1, also as a
 * text when no sheet has that name. Undefined or blank for the first visible one
 * @throws FileProblem when there is no such sheet; it names those that there are
 */
export function chooseSheet(sheets: readonly Sheet[], wanted?: string | number): Sheet {
	const visible = sheets.filter(({ isHidden }) => !isHidden);
	const numbered = visible.length > 0 ? visible : sheets;
	const text = String(wanted ?? '').trim();
	const named = sheets.find(
		({ name }) => typeof wanted === 'string' && comparable(name) === comparable(text),
	);
	const sheet = named ?? numbered[text === '' ? 0 : numberOf(text) - 1];
	if (sheet !== undefined) return sheet;
	const names = sheets.slice(0, maxNames).map(({ name }) => quoteName(name));
	if (sheets.length > maxNames) names.push(`and ${sheets.length - maxNames} more`);
	throw new FileProblem(
		'SHEET_NOT_FOUND',
		`The workbook has no sheet ${typeof wanted === 'number' ? text : quoteName(text)}; it has ${names.join(', ')}`,
		'Enter the name of one of them, or its number among the visible ones.',
	);
}

function comparable(name: string): string {
	return name.trim().toLowerCase();
}

function numberOf(text: string): number {
	return /^\d+$/.test(text) ? Number(text) : NaN;
}

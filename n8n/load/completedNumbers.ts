import type { CountryCodes } from '../form/countryCodes';
import { inFigures } from './words';

/** So many codes are named; a Default Country of each row may bring more. */
const mostNamed = 3;

/**
 * Says what the Default Country made of the rows.
 *
 * @returns a sentence, such as "1,204 numbers were completed with +52; 31 begin with the code of another country.";
 * undefined when no number was completed
 */
export function sayWhatWasCompleted({ completed, others }: CountryCodes): string | undefined {
	const [most, ...rest] = completed.slice(0, mostNamed);
	if (!most) return undefined;
	const [code, count] = most;
	const unnamed = completed.slice(mostNamed).reduce((sum, [, rows]) => sum + rows, 0);
	const parts = [
		`${inFigures(count)} ${count === 1 ? 'number was' : 'numbers were'} completed with +${code}`,
		...rest.map(([other, rows]) => `${inFigures(rows)} with +${other}`),
		...(unnamed === 0 ? [] : [`${inFigures(unnamed)} with other codes`]),
	];
	const abroad = `${inFigures(others)} ${others === 1 ? 'begins' : 'begin'} with the code of another country`;
	return `${parts.join(', ')}${others === 0 ? '' : `; ${abroad}`}.`;
}

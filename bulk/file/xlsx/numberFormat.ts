/** How a number in a cell is meant, as far as that matters for its plain form. */
export type NumberFormat =
	| { kind: 'plain' }
	/** A whole number with a `+` and digits before it, or with so many digits at least, zeros in front. */
	| { kind: 'digits'; prefix: string; least: number }
	/** A day, a time of day, or both; `isElapsed` for hours, minutes or seconds in all, as of a stopwatch. */
	| { kind: 'moment'; hasDate: boolean; hasTime: boolean; isElapsed: boolean };

export const plainFormat: NumberFormat = { kind: 'plain' };

const date: NumberFormat = { kind: 'moment', hasDate: true, hasTime: false, isElapsed: false };
const time: NumberFormat = { kind: 'moment', hasDate: false, hasTime: true, isElapsed: false };
const dateAndTime: NumberFormat = { kind: 'moment', hasDate: true, hasTime: true, isElapsed: false };
const elapsed: NumberFormat = { kind: 'moment', hasDate: false, hasTime: true, isElapsed: true };

/**
 * The formats that have a number only (ECMA-376 part 1, 18.8.30). What 27 to 36 and 50 to 58 show differs by language in
 * East Asia: most are days, and times where the value is less than one day.
 */
const builtIn: ReadonlyArray<readonly [from: number, to: number, NumberFormat]> = [
	[14, 17, date],
	[18, 21, time],
	[22, 22, dateAndTime],
	[27, 31, date],
	[32, 33, time],
	[34, 36, date],
	[45, 45, time],
	[46, 46, elapsed],
	[47, 47, time],
	[50, 58, date],
];

/** @param id of a number format that the workbook does not describe */
export function builtInFormat(id: number): NumberFormat {
	return builtIn.find(([from, to]) => id >= from && id <= to)?.[2] ?? plainFormat;
}

/** What stands in a format to be shown as it is: "text", \x, _x (a space as wide as x), *x (x as often as it fits). */
const literals = /"[^"]*"?|\\.?|_.|\*./gs;
const literalPrefix = /^((?:"[^"]*"|\\.|[+\-() ])*)[0#?]/s;
const elapsedPart = /\[(h+|m+|s+)\]/i;
/** Conditions, colours, languages and currencies. */
const brackets = /\[[^\]]*\]/g;
const amOrPm = /am\/pm|a\/p/gi;
/** No format of days or times has them: General, and what it is called in other languages, such as Standard. */
const otherLetters = /[^abdeghjmsty\P{L}]/iu;

/**
 * Reads a number format (ECMA-376 part 1, 18.8.31), as far as it is the one for positive numbers.
 *
 * @param code such as `yyyy-mm-dd`, `00000`, `"+52 "0` or `[<=9999999]###-####;(###) ###-####`
 */
export function readFormat(code: string): NumberFormat {
	const [section = ''] = code.replace(literals, '').split(';');
	const isElapsed = elapsedPart.test(section);
	const tokens = section.replace(elapsedPart, '$1').replace(brackets, '').replace(amOrPm, 'h');
	// Digits in a format of days or times are parts of seconds only: ss.000.
	const hasDigits = /[0#?]/.test(tokens.replace(/(s+)[.,]0+/gi, '$1'));
	if (!hasDigits && /[ymdhs]/i.test(tokens) && !otherLetters.test(tokens))
		return momentFormat(tokens, isElapsed);
	const least = tokens.match(/0/g)?.length ?? 0;
	const prefix = plusPrefix(code);
	if (/^[0#?+\-() ]+$/.test(tokens) && (least > 1 || prefix !== '')) return { kind: 'digits', prefix, least };
	return plainFormat;
}

function momentFormat(tokens: string, isElapsed: boolean): NumberFormat {
	if (isElapsed) return elapsed;
	const hasTime = /[hs]/i.test(tokens);
	const hasDate = /[yd]|mmm/i.test(tokens) || !hasTime;
	if (!hasDate) return time;
	return hasTime ? dateAndTime : date;
}

/** What stands before the digits, when it begins with a plus: then it belongs to a phone number. */
function plusPrefix(code: string): string {
	const [, written = ''] = literalPrefix.exec(code.replace(/^\[[^\]]*\]/, '')) ?? [];
	const prefix = written.replace(/"([^"]*)"|\\(.)/gs, '$1$2');
	return prefix.trimStart().startsWith('+') ? prefix.trimStart() : '';
}

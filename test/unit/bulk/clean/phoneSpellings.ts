import { getCountryCallingCode, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import type { PhoneSample } from './phoneSamples';

/** One way to write a number, and the Default Countries with which it is read. */
export interface Spelling {
	name: string;
	text: string;
	defaults: Array<CountryCode | undefined>;
}

/** With large or intricate numbering plans, or exit codes of their own. */
const others: CountryCode[] = ['BR', 'CO', 'AU', 'KR', 'DE', 'US', 'MX'];

const dashes = (text: string) => text.replaceAll(' ', '-');
const fullWidth = (text: string) =>
	text.replace(/[+\d]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const scientific = (digits: string, point: string) =>
	`${digits[0]}${point}${digits.slice(1)}E${digits.length - 1}`;

/** Spellings that only one number has. */
export function unambiguousSpellings({ country, phone }: PhoneSample): Spelling[] {
	const { number, countryCallingCode: code, nationalNumber: digits } = phone;
	const spaced = phone.formatInternational();
	const rest = spaced.slice(code.length + 2);
	const national = phone.formatNational();
	const withTrunkZero = national.replace(/\D/g, '') === `0${digits}`;
	const anywhere = [undefined, country, ...others];
	const of = (defaults: Spelling['defaults'], texts: Record<string, string>): Spelling[] =>
		Object.entries(texts).map(([name, text]) => ({ name, text, defaults }));
	return [
		...of(anywhere, {
			'E.164': number,
			spaces: spaced,
			dashes: dashes(spaced),
			dots: spaced.replace(/[ -]/g, '.'),
			'area code in brackets': `+${code} (${digits.slice(0, 2)}) ${digits.slice(2)}`,
			'country code in brackets': `(+${code}) ${rest}`,
			'00': `00${code}${digits}`,
			'00 with spaces': `00 ${code} ${rest}`,
			'tel:': `tel:${dashes(spaced)}`,
			'TEL: ': `TEL: ${spaced}`,
			apostrophe: `'${number}`,
			'invisible characters': `\u2068\u200b${spaced}\u2069`,
			'U+00A0': spaced.replaceAll(' ', '\u00a0'),
			'U+202F': spaced.replaceAll(' ', '\u202f'),
			'U+2009': spaced.replaceAll(' ', '\u2009'),
			'U+2011': spaced.replaceAll(' ', '\u2011'),
			'full width': fullWidth(spaced),
			'decimals of zero': `${number}.0`,
		}),
		...of(withTrunkZero ? anywhere : [], {
			'(0)': `+${code} (0)${rest}`,
			'00 and (0)': `00${code} (0)${rest}`,
			'00 and a trunk zero': `00${code}0${digits}`,
			'00 and a trunk zero with spaces': `00${code} 0${rest}`,
		}),
		...of(['US'], { '011 from the USA': `011 ${code} ${rest}` }),
		...of(['AU'], { '0011 from Australia': `0011 ${code} ${rest}` }),
		...of(['JP'], { '010 from Japan': `010-${code}-${dashes(rest)}` }),
		...of(['KZ'], { '810 from Kazakhstan': `8 10 ${code} ${rest}` }),
		...of([country], {
			national,
			'national digits': national.replace(/\D/g, ''),
			'national with tel:': `tel:${national}`,
			'without trunk prefix': digits,
			'country code without +': `${code}${digits}`,
			'trunk zero before the country code': `0${code} ${rest}`,
		}),
		// A zero at the start of a number does not survive in a sheet that counts with it.
		...of(digits.startsWith('0') ? [] : [country], {
			'scientific with all digits': scientific(digits, '.'),
			'scientific with a decimal comma': scientific(digits, ','),
		}),
	];
}

/** Spellings that may be read in more than one way, or hardly. */
export function doubtfulSpellings({ country, phone }: PhoneSample): Spelling[] {
	const { countryCallingCode: code, nationalNumber: digits } = phone;
	const rest = phone.formatInternational().slice(code.length + 2);
	const anywhere = [undefined, country, ...others];
	return [
		{ name: 'without + and with another default', text: `${code}${digits}`, defaults: anywhere },
		{ name: '(0) where there is none', text: `+${code} (0)${rest}`, defaults: anywhere },
		{ name: '00 and (0) where there is none', text: `00${code} (0)${rest}`, defaults: anywhere },
		{ name: 'without its country', text: phone.formatNational(), defaults: [undefined] },
	];
}

/** Two numbers in a cell; the second may be told by its last digits only. */
export function pairs({ country, phone }: PhoneSample): Spelling[] {
	const international = phone.formatInternational();
	const national = phone.formatNational();
	// Fixed lines have numbers of several lengths in many countries, and extensions that are written so.
	const fixedLength = phone.getType() !== 'FIXED_LINE' && !isNumber(`${phone.number}11`);
	const tails = ['/11', ' / 11', ...(fixedLength ? ['-11', ' 11'] : [])];
	return [international, national].flatMap((text) =>
		[...tails, `/${text}`, ` / ${text}`, ` ${text}`, `, ${text}`, `;${text}`, ` or ${text}`, `\n${text}`].map(
			(tail) => ({ name: `two numbers: "${tail}"`, text: text + tail, defaults: [country] }),
		),
	);
}

function isNumber(text: string): boolean {
	return parsePhoneNumberFromString(text)?.isValid() ?? false;
}

/**
 * What digits without "+" and 00 are, if they are taken for a national number of the Default Country.
 *
 * @param read the parser of libphonenumber with the metadata that is to judge
 * @returns undefined when they are no valid one
 */
export function asNational(
	text: string,
	country: CountryCode | undefined,
	read: typeof parsePhoneNumberFromString,
): string | undefined {
	if (!country || !/^(?!00)\d/.test(text)) return undefined;
	const found = read(text, country);
	const isOwn = found?.countryCallingCode === getCountryCallingCode(country);
	return isOwn && found.isValid() ? found.number : undefined;
}

/** Calling codes have one, two or three digits (ITU-T E.164), and the zero that is dialled within a country none behind it. */
const trunkZeros =
	/^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-689]\d|3[578]\d|42\d|5[09]\d|6[7-9]\d|8[035789]\d|9[679]\d)0+/;

/** What else is written into the numbers of a country, or left out of them, and still reaches the same person. */
const otherWays: Array<[way: RegExp, common: string]> = [
	// Argentina has 9 before the area code of mobile numbers from abroad, and 15 behind it within the country.
	[/^549(?=\d{10}$)/, '54'],
	[/^549?(?=\d{12}$)(11|[2368]\d{2,3}?)15/, '54$1'],
	// Brazil put a 9 before its mobile numbers, and WhatsApp knows many without it.
	[/^55(\d{2})9(?=[6-9]\d{7}$)/, '55$1'],
	// Mexico had a 1 behind the country, and 01, 044 and 045 were dialled within it.
	[/^52(?:1|4[45])(?=\d{10}$)/, '52'],
	// Trunk prefixes that are no zero: Hungary's 06, the 8 of Russia and its neighbours, North America's 1.
	[/^366(?=\d{9}$)/, '36'],
	[/^78(?=\d{10}$)/, '7'],
	[/^3708(?=\d{8}$)/, '370'],
	[/^37580(?=\d{9}$)/, '375'],
	[/^9938(?=\d{8}$)/, '993'],
	[/^11(?=\d{10}$)/, '1'],
];

/**
 * What all ways to write one international number have in common. Only to compare numbers with: it need not be one that
 * can be dialled.
 *
 * @param digits of the number with its country code, without "+" and 00
 */
export function commonDigits(digits: string): string {
	const withoutZeros = digits.replace(trunkZeros, '$1');
	return otherWays.reduce((text, [way, common]) => text.replace(way, common), withoutZeros);
}

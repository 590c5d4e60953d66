import { cleanPhone, phoneDigits, phoneOrderKey } from './cleanPhone';

const e164 = /^\+[1-9]\d{6,14}$/;

/**
 * A list of phone numbers, such as those that must not be called, whichever way each is written.
 *
 * Numbers with their country are the same when all their digits are. Where one of the two has none, or is doubtful, the
 * last eight digits decide: rather one too many is recognised than one too few.
 */
export class NumberList {
	private readonly digits = new Set<string>();
	/** The last eight digits of all numbers, and of those without their country. */
	private readonly ends = new Set<string>();
	private readonly endsWithoutCountry = new Set<string>();

	/**
	 * Adds a number; what has too few digits to be one is passed over.
	 *
	 * @param defaultCountry ISO 3166-1 alpha-2, for numbers written without their country
	 * @returns whether it can be known; not so one that a sheet has rounded (5.21E+11)
	 */
	add(text: string, defaultCountry?: string): boolean {
		const cleaned = cleanPhone(text, defaultCountry);
		if ('rounded' in cleaned) return false;
		const { number } = cleaned;
		const end = phoneOrderKey(number);
		if (end === undefined) return true;
		this.ends.add(end);
		if (e164.test(number)) this.digits.add(digitsOf(number));
		else this.endsWithoutCountry.add(end);
		return true;
	}

	isEmpty(): boolean {
		return this.ends.size === 0;
	}

	/** @param number as `cleanPhone` gives it */
	has(number: string): boolean {
		const end = phoneOrderKey(number);
		if (end === undefined) return false;
		if (!e164.test(number)) return this.ends.has(end);
		return this.digits.has(digitsOf(number)) || this.endsWithoutCountry.has(end);
	}
}

/** Mexico's old way to write a mobile number, with a 1 behind the country, is the same number as the new one. */
function digitsOf(number: string): string {
	return phoneDigits(number).replace(/^521(?=\d{10}$)/, '52');
}

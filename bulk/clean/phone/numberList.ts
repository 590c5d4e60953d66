import { cleanPhone, e164, phoneDigits } from './cleanPhone';
import { commonDigits } from './sameNumber';

/** Fewer are nobody's number; by the last of so many, two numbers are recognised as one. */
const leastDigits = 6;
const mostDigits = 8;
/** What has more digits, and no country, may be two numbers or have an extension. */
const mostNationalDigits = 10;

/**
 * A list of phone numbers, such as those that must not be called, whichever way each is written.
 *
 * Numbers with their country are the same when all their digits are, but for what a country writes now and then
 * (`commonDigits`). Where one of the two has none, or is doubtful, eight digits in a row decide, or all when it has fewer:
 * rather one too many is recognised than one too few.
 */
export class NumberList {
	private readonly digits = new Set<string>();
	/** The last eight digits of all numbers, and any eight of doubtful ones. */
	private readonly ends = new Set<string>();
	/** The last six and seven digits of all numbers, for rows that have no more. */
	private readonly shortEnds = new Set<string>();
	/** Those of `ends` that are of numbers without their country. */
	private readonly endsWithoutCountry = new Set<string>();

	/**
	 * Adds a number; what has too few digits to be one is passed over.
	 *
	 * @param defaultCountry ISO 3166-1 alpha-2, for numbers written without their country
	 * @returns whether it can be known; not so one that a sheet has rounded (5.21E+11, 521000000000)
	 */
	add(text: string, defaultCountry?: string): boolean {
		const cleaned = cleanPhone(text, defaultCountry);
		if ('rounded' in cleaned) return false;
		const { number } = cleaned;
		const digits = phoneDigits(number);
		if (digits.length < leastDigits) return true;
		const isInternational = e164.test(number);
		const common = commonDigits(digits);
		if (isInternational) this.digits.add(common);
		const ends = isInternational
			? [digits.slice(-mostDigits), common.slice(-mostDigits)]
			: endsOf(digits, mostNationalDigits);
		for (const end of ends) {
			this.ends.add(end);
			if (!isInternational) this.endsWithoutCountry.add(end);
		}
		for (const length of [6, 7]) this.shortEnds.add(digits.slice(-length));
		return true;
	}

	/** Adds the numbers of another list. */
	addAll(other: NumberList): void {
		for (const one of other.digits) this.digits.add(one);
		for (const one of other.ends) this.ends.add(one);
		for (const one of other.shortEnds) this.shortEnds.add(one);
		for (const one of other.endsWithoutCountry) this.endsWithoutCountry.add(one);
	}

	isEmpty(): boolean {
		return this.ends.size === 0;
	}

	/** @param number as `cleanPhone` gives it */
	has(number: string): boolean {
		const digits = phoneDigits(number);
		if (digits.length < leastDigits) return false;
		const isInternational = e164.test(number);
		const common = isInternational ? commonDigits(digits) : digits;
		if (this.digits.has(common)) return true;
		if (this.hasEndWithoutCountry(digits) || this.hasEndWithoutCountry(common)) return true;
		if (isInternational) return false;
		if (digits.length < mostDigits) return this.shortEnds.has(digits);
		return endsOf(digits, mostDigits).some((end) => this.ends.has(end));
	}

	private hasEndWithoutCountry(digits: string): boolean {
		if (this.endsWithoutCountry.size === 0) return false;
		return [8, 7, 6].some((length) => this.endsWithoutCountry.has(digits.slice(-length)));
	}
}

/**
 * The digits by which a doubtful number may be recognised.
 *
 * @param mostOfOne what has more digits may hold a number anywhere
 */
function endsOf(digits: string, mostOfOne: number): string[] {
	const ends = [digits.slice(-mostDigits), commonDigits(digits).slice(-mostDigits)];
	if (digits.length > mostOfOne) {
		for (let at = 0; at + mostDigits < digits.length; at++) ends.push(digits.slice(at, at + mostDigits));
	}
	// Within Argentina, 15 may stand inside the last eight digits.
	const argentine = commonDigits(`54${digits.replace(/^0/, '')}`);
	if (argentine.length === 12) ends.push(argentine.slice(-mostDigits));
	return ends;
}

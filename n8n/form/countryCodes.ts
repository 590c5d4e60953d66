import { callingCodeOf, e164 } from '../../bulk/clean/phone/cleanPhone';

/**
 * Counts, while rows are read, what the Default Country made of their numbers: a wrong one makes valid numbers of other
 * people, and no row fails. It keeps a number for each code, however many rows there are.
 */
export class CountryCodes {
	private readonly rowsByCode = new Map<string, number>();
	private ofOthers = 0;

	/**
	 * Takes note of a row.
	 *
	 * @param typed its number as it stands in the sheet
	 * @param number the same as it is sent
	 * @param country the Default Country, ISO 3166-1 alpha-2; undefined if there is none
	 */
	note(typed: string | undefined, number: string, country: string | undefined): void {
		const code = country === undefined ? undefined : callingCodeOf(country);
		if (typed === undefined || code === undefined || !e164.test(number)) return;
		if (!number.startsWith(`+${code}`)) this.ofOthers++;
		else if (!hasCode(typed, number)) this.rowsByCode.set(code, (this.rowsByCode.get(code) ?? 0) + 1);
	}

	/** How many numbers were completed with each calling code, the most first. */
	get completed(): Array<[code: string, rows: number]> {
		return [...this.rowsByCode].sort(([, one], [, other]) => other - one);
	}

	/** How many numbers begin with the code of another country than the Default Country. */
	get others(): number {
		return this.ofOthers;
	}
}

/** Whether a cell holds all digits of a number, its country code included. */
function hasCode(typed: string, number: string): boolean {
	return typed.includes('+') || typed.replace(/\D/g, '').endsWith(number.slice(1));
}

/** An ID as Altur writes it: a number, or text where a number could not hold all of its digits. */
export function idNumber(id: string): number | string {
	const number = Number(id);
	return Number.isSafeInteger(number) ? number : id;
}

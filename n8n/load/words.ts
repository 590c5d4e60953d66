const numbers = new Intl.NumberFormat('en');

/** A number with its noun: "1 request", "1,200 rows". */
export function countOf(count: number, noun: string): string {
	return `${inFigures(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A number as a person reads it: "34,000". */
export function inFigures(count: number): string {
	return numbers.format(count);
}

/** How long something takes: "8 s", "3 min 10 s", "2 h 5 min"; undefined for less than a second. */
export function duration(milliseconds: number): string | undefined {
	const seconds = Math.round(milliseconds / 1000);
	if (milliseconds < 1000) return undefined;
	if (seconds < 120) return `${seconds} s`;
	if (seconds < 7200) return inTwoUnits(seconds, 'min', 's');
	return inTwoUnits(Math.round(seconds / 60), 'h', 'min');
}

/** @param count of the smaller unit, sixty of which are one of the larger */
function inTwoUnits(count: number, larger: string, smaller: string): string {
	const rest = count % 60;
	return `${Math.floor(count / 60)} ${larger}${rest === 0 ? '' : ` ${rest} ${smaller}`}`;
}

/** The same, as an estimate: "6 s", "4 min", "3 h". */
export function roughDuration(milliseconds: number): string {
	const seconds = Math.max(1, Math.round(milliseconds / 1000));
	if (seconds < 100) return `${seconds} s`;
	const minutes = Math.round(seconds / 60);
	return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

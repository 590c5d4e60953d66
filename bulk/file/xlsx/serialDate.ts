const secondsADay = 86_400;
/** The day behind the last one of the year 9999, with which days end, counted from 1900 on. */
const endDay = 2_958_466;
/** Days from the beginning of the count from 1900 to that of the count from 1904. */
const until1904 = 1462;
/** 29 February 1900, which there never was: Lotus 1-2-3 had it, and sheets have had it ever since. */
const inventedDay = 60;
const firstDay = Date.UTC(1899, 11, 31);

/** What of a moment is shown. */
export interface Shown {
	hasDate: boolean;
	hasTime: boolean;
	isElapsed: boolean;
}

/**
 * Makes text of a moment, which sheets keep as a number of days: `2026-11-29`, `2026-11-29T14:30:00` or `14:30:00`, rounded
 * to seconds. A value less than a day is a time of day, and hours that have elapsed may be more than 24.
 *
 * @param days ECMA-376 part 1, 18.17.4.1; NaN for what is no number
 * @param isFrom1904 whether they are counted from 1904 on
 * @returns undefined when there is no such day: then it is a text, or a number that was formatted so by accident
 */
export function momentText(
	days: number,
	{ hasDate, hasTime, isElapsed }: Shown,
	isFrom1904: boolean,
): string | undefined {
	const all = Math.round(days * secondsADay) + (isFrom1904 && hasDate ? until1904 * secondsADay : 0);
	const day = Math.floor(all / secondsADay);
	// What is no number is neither below nor above.
	if (!(all >= 0 && day < endDay)) return undefined;
	if (isElapsed) return timeText(all);
	const time = timeText(all - day * secondsADay);
	if (!hasDate) return time;
	if (day === 0) return hasTime || all > 0 ? time : undefined;
	return hasTime ? `${dateText(day)}T${time}` : dateText(day);
}

function timeText(seconds: number): string {
	return [seconds / 3600, (seconds % 3600) / 60, seconds % 60]
		.map((part) => String(Math.floor(part)).padStart(2, '0'))
		.join(':');
}

function dateText(day: number): string {
	if (day === inventedDay) return '1900-02-29';
	const passed = day > inventedDay ? day - 1 : day;
	return new Date(firstDay + passed * secondsADay * 1000).toISOString().slice(0, 10);
}

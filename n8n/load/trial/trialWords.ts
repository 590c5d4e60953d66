import { countOf } from '../words';

/** Said first of a trial that sends nothing. */
export const sayOfCheck = 'This was a trial: nothing was sent.';

/** Said last of any trial. */
export const howToLoad = 'For the real run, switch Options > Trial off.';

/** Said first of a trial of the first rows. @param rows that may be sent */
export function sayOfFirst(rows: number): string {
	return `This was a trial: only the first ${countOf(rows, 'row')} could be sent.`;
}

import type { RateLimit } from '../../../bulk/pace/rateWindow';
import type { Finding, RowFindings } from '../../../bulk/rowFindings';
import type { StatusLabel } from '../../form/outputField';
import { plainText } from '../plainText';
import { countStatuses, eachSaysWhy } from '../summary';
import type { Tally } from '../tally';
import { countOf, roughDuration } from '../words';
import { howToLoad, sayOfCheck } from './trialWords';

/** A check that is over. */
export interface EndedCheck {
	/** In the order in which they are counted. */
	statuses: readonly StatusLabel[];
	tally: Tally;
	/** Requests that the load would send. */
	requests: number;
	/** How fast they may leave. */
	pace: RateLimit;
	findings: RowFindings;
	/** How the form calls the person's own ID of a contact, if a column is mapped to it. */
	externalId?: string;
	/** What becomes of the columns: sentences, as HTML. */
	ofColumns?: string;
	/** What the load would do besides: a sentence. */
	besides?: string;
	/** Where each failed row says why, a sentence, when that is not in the row itself. */
	whereReasonsAre?: string;
}

/** Sums up a check for the person, as HTML: that nothing was sent, what would be, and what is odd about the rows. */
export function sumUpCheck(check: EndedCheck): string {
	const { statuses, tally, requests, pace, findings, externalId, ofColumns, besides } = check;
	const { whereReasonsAre = eachSaysWhy } = check;
	const time = requests === 0 ? '' : `, about ${roughDuration(leastMs(requests, pace))}`;
	const hasFailed = tally.withStatus('failed') > 0;
	const { repeatedNumbers, sharedIds, rowsWithoutId } = findings;
	const sentences = [
		sayOfCheck,
		`${countStatuses(statuses, tally)}; ${countOf(requests, 'request')}${time}.`,
		hasFailed && whereReasonsAre,
		of(repeatedNumbers, 'a phone number that an earlier row has too', (number) => number),
		externalId && rowsWithoutId > 0 && `${have(rowsWithoutId)} no ${externalId}.`,
		externalId && of(sharedIds, `the ${externalId} of another contact`, (id) => `"${id}"`),
		ofColumns,
		besides,
		howToLoad,
	];
	return sentences.filter((sentence) => sentence).join(' ');
}

/** From the first request, which leaves at once, to the last one (ms). */
export function leastMs(requests: number, { requests: allowed, windowMs }: RateLimit): number {
	return (Math.max(0, requests - 1) * windowMs) / allowed;
}

function of({ rows, example }: Finding, what: string, written: (example: string) => string): string {
	return example === undefined ? '' : `${have(rows)} ${what}, such as ${written(plainText(example))}.`;
}

function have(rows: number): string {
	return `${countOf(rows, 'row')} ${rows === 1 ? 'has' : 'have'}`;
}

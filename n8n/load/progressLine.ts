import type { Progress } from '../../bulk/progress';
import { countOf, inFigures, roughDuration } from './words';

/** What is known of a load under way. */
export interface LoadUnderWay extends Progress {
	/** The service's name, as people write it. */
	service: string;
	/** Rows of the whole load; undefined when nobody knows how many there are. */
	rows: number | undefined;
	/** Requests that have left so far, repeated ones included. */
	requests: number;
	/** Milliseconds since the load began. */
	elapsedMs: number;
}

/**
 * Says how far a load has come and how long it will take, or what it waits for.
 *
 * @returns one line, such as "34,000 of 100,000 rows done, 12 of them failed, in 34 requests; about 6 s more."
 */
export function progressLine(load: LoadUnderWay): string {
	const { service, rows, settled, elapsedMs, wait } = load;
	const done = doneSoFar(load);
	if (wait) {
		const time = roughDuration(wait.milliseconds);
		const why =
			wait.why === 'throttled'
				? `${service} asks to slow down, so a request waits ${time}`
				: `a request is sent again in ${time}, after a broken connection or outage`;
		return `${done}; ${why}.`;
	}
	const restMs = settled > 0 && rows !== undefined ? (elapsedMs * (rows - settled)) / settled : undefined;
	const more = restMs === undefined ? '' : `; about ${roughDuration(restMs)} more`;
	return `${done}${more}.`;
}

/**
 * Says how far a load had come when it was stopped, while requests of it are still under way.
 *
 * @returns one line, such as "Stopped with 34,000 of 100,000 rows done, in 34 requests. ..."
 */
export function stoppedLine(load: Omit<LoadUnderWay, 'service' | 'elapsedMs'>): string {
	return `Stopped with ${doneSoFar(load)}. What came of the requests under way then is in n8n's log.`;
}

function doneSoFar({ rows, settled, failed, requests }: Omit<LoadUnderWay, 'service' | 'elapsedMs'>): string {
	const failures = failed === 0 ? '' : `, ${inFigures(failed)} of them failed`;
	const rowsDone =
		rows === undefined ? countOf(settled, 'row') : `${inFigures(settled)} of ${countOf(rows, 'row')}`;
	return `${rowsDone} done${failures}, in ${countOf(requests, 'request')}`;
}

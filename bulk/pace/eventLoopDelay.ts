import type { Clock } from '../clock';
import type { Departure } from './rateWindow';

/** From the moment in which a request has all that it consists of, its first byte is so many turns away: the connection. */
const turnsToLeave = 2;

/**
 * Notes how much later a request really leaves than it was permitted. Other work of this process (rows that are read,
 * results, garbage collection) may draw out the way there, and a request that leaves late arrives closer to those behind
 * it. Of the service this says nothing: only of the own process.
 *
 * Called when a request is about to leave; of several calls for one, the last counts.
 */
export async function noteEventLoopDelay(departure: Departure, clock: Clock): Promise<void> {
	for (let turn = 0; turn < turnsToLeave; turn++) await clock.sleep(0);
	departure.delayMs = clock.now() - departure.at;
}

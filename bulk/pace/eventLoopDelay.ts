import type { Clock } from '../clock';
import type { Departure } from './rateWindow';

/** Between its permission and its first byte a request takes about so many turns: credential, connection, body. */
const turnsToLeave = 4;

/**
 * Notes how much later a request really leaves than it was permitted. Other work of this process (rows that are read,
 * results, garbage collection) may draw out each turn of the event loop, and a request that leaves late arrives closer
 * to those behind it. Of the service this says nothing: only of the own process.
 */
export async function noteEventLoopDelay(departure: Departure, clock: Clock): Promise<void> {
	const permittedAt = departure.at;
	for (let turn = 0; turn < turnsToLeave; turn++) await clock.sleep(0);
	departure.delayMs = clock.now() - permittedAt;
}

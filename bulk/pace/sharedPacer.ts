import { Pacer } from './pacer';
import type { RateLimit } from './rateWindow';

const pacers = new Map<string, Pacer>();

/**
 * The pacer that all executions of this process share for one account of a service.
 *
 * @param account what the service counts by, in a form that reveals no secret; one account has one limit
 */
export function sharedPacer(account: string, limit: RateLimit): Pacer {
	const existing = pacers.get(account);
	if (existing) return existing;
	const pacer = new Pacer(limit);
	pacers.set(account, pacer);
	return pacer;
}

/**
 * How well requests used what a service allows: the time from the first to the last accepted one, divided by the time
 * that so many take when they leave evenly at that rate. 1 is a service kept exactly busy; less is possible for few
 * requests, where a service lets some go at once.
 *
 * @param accepted when each accepted request left, or arrived (ms)
 * @param allowed requests per second
 * @returns NaN for fewer than two requests
 */
export function ratioToIdeal(accepted: readonly number[], allowed: number): number {
	const idealMs = ((accepted.length - 1) / allowed) * 1000;
	return idealMs > 0 ? (Math.max(...accepted) - Math.min(...accepted)) / idealMs : NaN;
}

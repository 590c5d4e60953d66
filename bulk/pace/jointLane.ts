import type { Lane } from './pacer';
import type { Departure } from './rateWindow';

/**
 * Makes a lane for requests that count for two limits: one leaves when both permit it, and both count it from then.
 *
 * @param narrow the lane of the limit that is waited for longer
 * @param wide the lane of the other, which is asked last
 */
export function joinLanes(narrow: Lane, wide: Lane): Lane {
	const partners = new WeakMap<Departure, Departure>();
	return {
		async take(signal) {
			const departure = await narrow.take(signal);
			const partner = departure && (await wide.take(signal));
			if (!partner) return undefined;
			departure.at = partner.at;
			partners.set(departure, partner);
			return departure;
		},
		leaves(departure) {
			narrow.leaves(departure);
			const partner = partners.get(departure);
			if (partner) wide.leaves(partner);
		},
		throttled(departure, waitMs) {
			narrow.throttled(departure, waitMs);
			const partner = partners.get(departure);
			if (partner) wide.throttled(partner, waitMs);
		},
		unavailable(waitMs) {
			narrow.unavailable(waitMs);
			wide.unavailable(waitMs);
		},
		accepted(departure) {
			narrow.accepted(departure);
			const partner = partners.get(departure);
			if (partner) wide.accepted(partner);
		},
	};
}

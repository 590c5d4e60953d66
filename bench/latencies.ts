/** How long the sandbox takes for the work of a request. */
export interface Latency {
	/** As in the tables. */
	label: string;
	/** Median, in milliseconds. */
	latencyMs: number;
	/** Standard deviation of its logarithm. */
	latencySpread: number;
}

/** Always the same. */
export const constant: Latency = { label: '0.2 s', latencyMs: 200, latencySpread: 0 };
/** As a service answers that is in good order. */
export const usual: Latency = { label: '0.4 s, spread 0.3', latencyMs: 400, latencySpread: 0.3 };
/** As one answers that has much to do. */
export const busy: Latency = { label: '0.8 s, spread 0.6', latencyMs: 800, latencySpread: 0.6 };
/** So slow that a hundred requests are under way at once. */
export const slow: Latency = { label: '8 s', latencyMs: 8000, latencySpread: 0 };

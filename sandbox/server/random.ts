/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * A time as answers take it: most near the median, few much longer.
 *
 * @param spread standard deviation of its logarithm; 0 always gives the median
 */
export function logNormal(median: number, spread: number, random: () => number): number {
	if (spread === 0) return median;
	// Box and Muller: two even numbers make one normal one. 1 - x keeps zero out of the logarithm.
	const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	return median * Math.exp(spread * normal);
}

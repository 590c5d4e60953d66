/** How a call can end. */
export const outcomes = [
	'converted',
	'answered',
	'transferred',
	'voicemail',
	'unknown',
	'no-answer',
	'busy',
	'failed',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Of a hundred calls, how many end so. */
const weights: Record<Outcome, number> = {
	converted: 16,
	answered: 30,
	transferred: 4,
	voicemail: 26,
	unknown: 4,
	'no-answer': 12,
	busy: 4,
	failed: 4,
};

/** A number from 0 to 1 that only the text decides: FNV-1a, mixed so that similar texts lie far apart. */
export function drawnFrom(text: string): number {
	let hash = 0x811c9dc5;
	for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}

/**
 * How a call ends: decided by seed, number and attempt alone, so that it is the same in every run.
 * @param attempt counted from 1, over all cycles
 */
export function outcomeOf(seed: string, phone: string, attempt: number): Outcome {
	let drawn = drawnFrom(`${seed} ${phone} ${String(attempt)}`) * 100;
	for (const outcome of outcomes) {
		drawn -= weights[outcome];
		if (drawn < 0) return outcome;
	}
	return 'answered';
}

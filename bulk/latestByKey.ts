const firstCapacity = 1024;
/** The fuller a table is, the longer a search goes on. */
const mostFilled = 0.7;

/** Two hashes and the number. */
const fields = 3;
/** By which a hash mixes each character, those of MurmurHash3 for 32 and 128 bits: a seed alone would let some pairs share both. */
const mixings = [
	[0xcc9e2d51, 0x1b873593],
	[0x239b961b, 0xab0e9789],
] as const;

type Mixing = (typeof mixings)[number];

/** Called for each character: where global names are looked up anew each time, as in tests, that would be most of the work. */
const { imul } = Math;

/**
 * Remembers the latest number for each of millions of keys, in 12 bytes for each place of its table.
 *
 * A key is known by 64 bits of its hashes. With 32, a few keys of a million would share them: one contact would be taken
 * for another, and what is told of it would hang on which of their requests ended first.
 */
export class LatestByKey {
	/** Hashes and number side by side; an unused place has 0 for a number. */
	private places = new Uint32Array(firstCapacity * fields);
	private size = 0;

	/** @param number 0 to 2^32 - 2 */
	set(key: string, number: number): void {
		if (this.size >= (this.places.length / fields) * mostFilled) this.grow();
		const [hash, other] = hashesOf(key);
		const place = this.placeOf(hash, other);
		if (this.places[place + 2] === 0) this.size++;
		this.places.set([hash, other, number + 1], place);
	}

	get(key: string): number | undefined {
		const stored = this.places[this.placeOf(...hashesOf(key)) + 2];
		return stored === undefined || stored === 0 ? undefined : stored - 1;
	}

	/** Where a key stands, or would stand. */
	private placeOf(hash: number, other: number): number {
		const mask = this.places.length / fields - 1;
		let at = hash & mask;
		while (!this.isPlaceOf(at * fields, hash, other)) at = (at + 1) & mask;
		return at * fields;
	}

	private isPlaceOf(place: number, hash: number, other: number): boolean {
		if (this.places[place + 2] === 0) return true;
		return this.places[place] === hash && this.places[place + 1] === other;
	}

	private grow(): void {
		const before = this.places;
		this.places = new Uint32Array(before.length * 2);
		for (let from = 0; from < before.length; from += fields) {
			const [hash = 0, other = 0, number = 0] = before.subarray(from, from + fields);
			if (number !== 0) this.places.set([hash, other, number], this.placeOf(hash, other));
		}
	}
}

function hashesOf(key: string): [number, number] {
	return [hashOf(key, mixings[0]), hashOf(key, mixings[1])];
}

/** MurmurHash3 for 32 bits, over the UTF-16 code units: numbers that differ in one digit lie far apart. */
function hashOf(key: string, [before, after]: Mixing): number {
	let hash = 0;
	for (let at = 0; at < key.length; at++) {
		hash ^= imul(rotated(imul(key.charCodeAt(at), before), 15), after);
		hash = (imul(rotated(hash, 13), 5) + 0xe6546b64) | 0;
	}
	hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

function rotated(value: number, bits: number): number {
	return (value << bits) | (value >>> (32 - bits));
}

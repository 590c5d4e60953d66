const firstCapacity = 1024;
/** The fuller a table is, the longer a search goes on. */
const mostFilled = 0.7;

/**
 * Remembers the latest number for each of millions of keys, in 8 bytes for each place of its table.
 *
 * A key is known by 32 bits of its hash. Two keys that share them share their number: of a million keys, about one in
 * four thousand others is taken for one of them.
 */
export class LatestByKey {
	/** Hash and number side by side; an unused place has 0 for a number. */
	private places = new Uint32Array(firstCapacity * 2);
	private size = 0;

	/** @param number 0 to 2^32 - 2 */
	set(key: string, number: number): void {
		if (this.size >= (this.places.length / 2) * mostFilled) this.grow();
		const hash = hashOf(key);
		const place = this.placeOf(hash);
		if (this.places[place + 1] === 0) this.size++;
		this.places[place] = hash;
		this.places[place + 1] = number + 1;
	}

	get(key: string): number | undefined {
		const stored = this.places[this.placeOf(hashOf(key)) + 1];
		return stored === undefined || stored === 0 ? undefined : stored - 1;
	}

	/** Where a hash stands, or would stand. */
	private placeOf(hash: number): number {
		const mask = this.places.length - 1;
		let place = (hash * 2) & mask;
		while (this.places[place + 1] !== 0 && this.places[place] !== hash) place = (place + 2) & mask;
		return place;
	}

	private grow(): void {
		const before = this.places;
		this.places = new Uint32Array(before.length * 2);
		for (let at = 0; at < before.length; at += 2) {
			const number = before[at + 1] ?? 0;
			const hash = before[at] ?? 0;
			if (number !== 0) this.places.set([hash, number], this.placeOf(hash));
		}
	}
}

/** MurmurHash3 for 32 bits, over the UTF-16 code units: numbers that differ in one digit lie far apart. */
function hashOf(key: string): number {
	let hash = 0;
	for (let at = 0; at < key.length; at++) {
		hash ^= Math.imul(rotated(Math.imul(key.charCodeAt(at), 0xcc9e2d51), 15), 0x1b873593);
		hash = (Math.imul(rotated(hash, 13), 5) + 0xe6546b64) | 0;
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

function rotated(value: number, bits: number): number {
	return (value << bits) | (value >>> (32 - bits));
}

import { Timers } from '../../server/timers';

/** How long a group that does not fill is held, in milliseconds. */
const patienceMs = 200;

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
function randomNumbers(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** In another order, which the numbers decide; never in the one they have. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
	const drawn = items.map((item, place) => ({ item, place, by: random() })).sort((a, b) => a.by - b.by);
	const moved = drawn.some(({ place }, index) => place !== index);
	return (moved ? drawn : drawn.reverse()).map(({ item }) => item);
}

/** Holds things back in groups, and lets them go in another order. */
export class Shuffling<Item> {
	private readonly timers = new Timers();
	private held: Item[] = [];
	private random: () => number;

	constructor(
		seed: number,
		private readonly release: (item: Item) => void,
	) {
		this.random = randomNumbers(seed);
	}

	/** @param size how many make a group; 1 lets each go at once */
	add(item: Item, size: number): void {
		this.held.push(item);
		this.timers.clear();
		if (this.held.length >= size) this.flush();
		else
			this.timers.after(patienceMs, () => {
				this.flush();
			});
	}

	/** Forgets what is held, and begins anew with a seed. */
	reset(seed: number): void {
		this.timers.clear();
		this.held = [];
		this.random = randomNumbers(seed);
	}

	private flush(): void {
		const group = this.held;
		this.held = [];
		for (const item of group.length > 1 ? shuffled(group, this.random) : group) this.release(item);
	}
}

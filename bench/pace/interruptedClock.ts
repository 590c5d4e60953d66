import type { Clock } from '../../bulk/clock';

/** How often (ms, on average) a process does something without a pause, and how long (ms) that takes at most. */
export interface OtherWork {
	everyMs: number;
	mostMs: number;
}

interface Work {
	beginsAt: number;
	endsAt: number;
}

/** The clock of a process that has other work: what would wake up in the middle of it wakes up at its end. */
export class InterruptedClock implements Clock {
	private readonly work: Work[] = [];

	constructor(
		private readonly clock: Clock,
		private readonly other: OtherWork,
		private readonly random: () => number,
	) {}

	now(): number {
		return this.clock.now();
	}

	async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
		const now = this.clock.now();
		await this.clock.sleep(this.freeFrom(now + milliseconds) - now, signal);
	}

	private freeFrom(at: number): number {
		for (let last = this.work.at(-1); !last || last.endsAt <= at; last = this.work.at(-1)) {
			const beginsAt = (last?.endsAt ?? 0) + 2 * this.other.everyMs * this.random();
			this.work.push({ beginsAt, endsAt: beginsAt + this.other.mostMs * this.random() });
		}
		const { endsAt = at } = this.work.find((work) => work.beginsAt <= at && at < work.endsAt) ?? {};
		return endsAt;
	}
}

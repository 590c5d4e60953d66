import type { Clock } from '../../../bulk/clock';

interface Sleeper {
	until: number;
	wake(): void;
}

/** A clock that jumps to the next sleeper as soon as nothing else is left to do: minutes pass in no time. */
export class VirtualClock implements Clock {
	private time = 0;
	private readonly sleepers: Sleeper[] = [];
	private isTurning = false;

	now(): number {
		return this.time;
	}

	async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
		if (signal?.aborted) return;
		await new Promise<void>((resolve) => {
			const sleeper: Sleeper = {
				until: this.time + Math.max(0, milliseconds),
				wake: () => {
					signal?.removeEventListener('abort', leave);
					resolve();
				},
			};
			const leave = () => {
				this.sleepers.splice(this.sleepers.indexOf(sleeper), 1);
				resolve();
			};
			signal?.addEventListener('abort', leave, { once: true });
			this.sleepers.push(sleeper);
			this.turn();
		});
	}

	/** Wakes the sleepers one by one; between two of them everything that is ready goes on. */
	private turn(): void {
		if (this.isTurning) return;
		this.isTurning = true;
		setImmediate(() => {
			this.isTurning = false;
			const next = this.sleepers.reduce<Sleeper | undefined>(
				(first, sleeper) => (first && first.until <= sleeper.until ? first : sleeper),
				undefined,
			);
			if (!next) return;
			this.sleepers.splice(this.sleepers.indexOf(next), 1);
			this.time = Math.max(this.time, next.until);
			next.wake();
			this.turn();
		});
	}
}

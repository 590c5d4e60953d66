/** Timers that can all be ended at once, so that nothing happens after a sandbox was closed or reset. */
export class Timers {
	private readonly running = new Set<NodeJS.Timeout>();

	/** Does something after so many milliseconds. @returns what ends that timer early */
	after(ms: number, act: () => void): () => void {
		const timer = setTimeout(() => {
			this.running.delete(timer);
			act();
		}, ms);
		this.running.add(timer);
		return () => {
			clearTimeout(timer);
			this.running.delete(timer);
		};
	}

	clear(): void {
		for (const timer of this.running) clearTimeout(timer);
		this.running.clear();
	}
}

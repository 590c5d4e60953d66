/** Goes through bytes that arrive in chunks, so many at a time as is asked for. */
export class ByteCursor {
	private rest: Uint8Array = new Uint8Array(0);

	constructor(private readonly chunks: AsyncIterator<Uint8Array>) {}

	/** @returns the next bytes as they arrive, `count` in all; fewer when the source ends before */
	async *take(count: number): AsyncGenerator<Uint8Array, void> {
		let missing = count;
		while (missing > 0) {
			if (this.rest.length === 0) {
				const next = await this.chunks.next();
				if (next.done) return;
				this.rest = next.value;
			}
			const part = this.rest.subarray(0, missing);
			this.rest = this.rest.subarray(part.length);
			missing -= part.length;
			yield part;
		}
	}

	/** @returns the next `count` bytes in one; fewer when the source ends before */
	async read(count: number): Promise<Buffer> {
		const parts: Uint8Array[] = [];
		for await (const part of this.take(count)) parts.push(part);
		return Buffer.concat(parts);
	}

	/** @returns whether there were so many bytes */
	async skip(count: number): Promise<boolean> {
		let passed = 0;
		for await (const part of this.take(count)) passed += part.length;
		return passed === count;
	}
}

/** So many pieces may wait for a slow disk. */
const mostPieces = 64;

/** Pieces of a file between the one who writes them and the one who stores them, in order. */
export class PieceQueue {
	private pieces: Buffer[] = [];
	private isEnded = false;
	private failure: Error | undefined;
	private hasBegun = false;
	private wake = () => {};
	private onTaken = () => {};

	/** Whether somebody has begun to read the stream. */
	get isRead(): boolean {
		return this.hasBegun;
	}

	/** Whether nobody will take pieces any more, so that none should be pushed. */
	get isDiscarded(): boolean {
		return this.failure !== undefined;
	}

	push(piece: Buffer): void {
		this.pieces.push(piece);
		this.wake();
	}

	/** Waits until few pieces are in the queue, when somebody reads the stream: nobody should write faster than a disk. */
	async drained(): Promise<void> {
		while (this.hasBegun && this.pieces.length > mostPieces) {
			await new Promise<void>((resolve) => (this.onTaken = resolve));
		}
	}

	/** No piece follows. */
	end(): void {
		this.isEnded = true;
		this.wake();
	}

	/** Drops what is in the queue; the stream throws the error. */
	discard(error: Error): void {
		this.failure ??= error;
		this.pieces = [];
		this.wake();
		this.onTaken();
	}

	/** Everything that is in the queue, in one piece. */
	takeAll(): Buffer {
		const all = Buffer.concat(this.pieces);
		this.pieces = [];
		return all;
	}

	/** The pieces as they come, to be read once; ends after `end`, throws after `discard`. */
	async *stream(): AsyncGenerator<Buffer, void> {
		this.hasBegun = true;
		for (;;) {
			if (this.failure) throw this.failure;
			const piece = this.pieces.shift();
			if (piece) {
				this.onTaken();
				yield piece;
			} else if (this.isEnded) {
				return;
			} else {
				await new Promise<void>((resolve) => {
					this.wake = resolve;
				});
			}
		}
	}
}

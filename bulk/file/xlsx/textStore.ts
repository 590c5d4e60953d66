import { FileProblem } from '../fileProblem';

/** Larger than the longest text, three bytes for each character; many small ones are copied less often than one large. */
const blockBytes = 4_194_304;
const megabyte = 1_048_576;
/** Where a text begins and how long it is. */
const bytesAPlace = 8;

/** Many texts in little memory: their bytes in a few blocks, and two numbers for each, but no object. */
export class TextStore {
	private readonly blocks: Buffer[] = [Buffer.allocUnsafe(blockBytes)];
	/** Of the last block, in bytes. */
	private filled = 0;
	private starts = new Uint32Array(1024);
	private lengths = new Uint32Array(1024);
	private count = 0;

	/** @param maxMegabytes what all texts together, and where they stand, may take of memory */
	constructor(private readonly maxMegabytes = 512) {}

	/** @throws FileProblem when the texts take more than they may */
	add(text: string): void {
		const length = Buffer.byteLength(text);
		if (this.filled + length > blockBytes) {
			this.blocks.push(Buffer.allocUnsafe(blockBytes));
			this.filled = 0;
		}
		const taken = this.blocks.length * blockBytes + this.count * bytesAPlace;
		if (taken > this.maxMegabytes * megabyte) throw tooManyTexts(this.maxMegabytes);
		if (this.count === this.starts.length) {
			this.starts = enlarged(this.starts);
			this.lengths = enlarged(this.lengths);
		}
		const block = this.blocks.length - 1;
		this.blocks[block]?.write(text, this.filled);
		this.starts[this.count] = block * blockBytes + this.filled;
		this.lengths[this.count] = length;
		this.count += 1;
		this.filled += length;
	}

	/** @returns the text that was added as that one, from 0 on; undefined when there are not so many */
	at(index: number): string | undefined {
		const start = this.starts[index];
		const length = this.lengths[index];
		if (index >= this.count || start === undefined || length === undefined) return undefined;
		const from = start % blockBytes;
		return this.blocks[Math.floor(start / blockBytes)]?.toString('utf8', from, from + length);
	}
}

function enlarged(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(numbers.length * 2);
	larger.set(numbers);
	return larger;
}

function tooManyTexts(maxMegabytes: number): FileProblem {
	return new FileProblem(
		'TOO_LARGE',
		`The texts in the workbook take more than ${maxMegabytes} MB`,
		'Save the sheet with the contacts as "CSV UTF-8", which is read in any size, and give this node that file.',
	);
}

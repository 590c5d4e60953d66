import { isGzip, isZip } from '../firstBytes';
import { cutToPieces } from '../pieces';
import { gunzip } from './gunzip';
import { unzip } from './unzip';

/**
 * Gives the bytes of a file as they are; those of a gzip file, or of the only file in a zip, unpacked as they are asked
 * for. What it is tell its first bytes, not its name.
 *
 * @param open begins anew with the bytes of the file; called a second and third time for a zip only
 * @throws FileProblem when it cannot be unpacked, in the middle too; errors of the source as they are
 */
export async function* unpack(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	const pieces = cutToPieces(open());
	try {
		const first = await pieces.next();
		if (first.done) return;
		if (isGzip(first.value)) {
			yield* gunzip(beginningWith(first.value, pieces), 'The gzip file');
		} else if (isZip(first.value)) {
			await pieces.return();
			yield* unzip(open);
		} else {
			yield* beginningWith(first.value, pieces);
		}
	} finally {
		await pieces.return();
	}
}

async function* beginningWith(
	first: Uint8Array,
	others: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
	yield first;
	yield* others;
}

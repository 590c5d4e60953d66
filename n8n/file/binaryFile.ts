import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { shorten } from '../messages';

/** n8n reads its own files in such chunks (bytes), where its storage does not give them whole. */
const chunkBytes = 65_536;

/** So much of a file's name is shown. */
const mostNameCharacters = 60;

const chunkSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A file of an input item. */
export interface BinaryFile {
	/** As the person knows it: its file name, or the field that holds it. */
	name: string;
	/** The same, short enough for a sentence, and without what would be HTML. */
	shownName: string;
	/** Begins anew with the bytes of the file; memory does not grow with it where n8n keeps files on its disk. */
	open(): AsyncIterable<Uint8Array>;
	/** Where n8n keeps it. Files kept in memory are within the items, and within what n8n saves of a run. */
	storedIn: 'disk' | 'memory' | 'elsewhere';
}

/**
 * A binary field of an input item as a file.
 *
 * n8n names its storage in the file's ID; a file in memory has none, and its bytes stand in the item (n8n-core,
 * `BinaryDataService`).
 *
 * @param field name of the binary field
 * @throws NodeOperationError of n8n's when the item has no such field; `whichFiles` says which there are
 */
export function binaryFile(context: IExecuteFunctions, itemIndex: number, field: string): BinaryFile {
	const { id, data, fileName } = context.helpers.assertBinaryData(itemIndex, field);
	async function* open(): AsyncGenerator<Uint8Array> {
		if (id === undefined) {
			yield Buffer.from(data, 'base64');
			return;
		}
		for await (const chunk of await context.helpers.getBinaryStream(id, chunkBytes)) {
			yield chunkSchema.parse(chunk);
		}
	}
	const storage = id?.startsWith('filesystem') ? 'disk' : 'elsewhere';
	const name = fileName ?? field;
	return { name, shownName: shownName(name), open, storedIn: id === undefined ? 'memory' : storage };
}

/** A file's name for a sentence: short, and without what would be HTML. */
export function shownName(name: string): string {
	return shorten(name, mostNameCharacters).replace(/[<>&]/g, '');
}

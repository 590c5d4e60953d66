import type { Parts } from './parts';
import { RichText } from './richText';
import { TextStore } from './textStore';
import { readXml } from './xmlParser';

/**
 * Reads the texts that the cells of all sheets share (ECMA-376 part 1, 18.4.9).
 *
 * @param path of their part; undefined when there is none
 * @throws FileProblem when the part is damaged, or the texts are too large
 */
export async function readSharedStrings(parts: Parts, path: string | undefined): Promise<TextStore> {
	const store = new TextStore();
	if (path === undefined || !parts.has(path)) return store;
	const rich = new RichText();
	await readXml(parts.read(path), path, {
		open: (name) => rich.open(name),
		text: (text) => rich.text(text),
		close(name) {
			rich.close(name);
			if (name === 'si') store.add(rich.take());
		},
	});
	return store;
}

import { unescaped } from './unescaped';

const quote = 0x22;
const backslash = 0x5c;
const whitespace: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
/** The last of ASCII: Python escapes it with all beyond it, JavaScript does neither. */
const deleteCharacter = 0x7f;
const digits = Buffer.from('0123456789abcdef');

/**
 * The texts of a JSON body that its sender may have signed, the likeliest first.
 *
 * Altur's page says that the payload is signed "serialized without spaces", and its samples write it anew in languages that
 * differ: Python and PHP escape what is not ASCII, JavaScript does not. Which of them its servers do is written nowhere, so
 * all are tried. None weakens the check: each is the same JSON value. The body is not parsed for it, because that would
 * make 0 of 0.0 and put other keys first.
 *
 * @param body up to some megabytes, of anybody; so the ways through it are straight ones
 */
export function* signedTexts(body: Buffer): Generator<Buffer> {
	yield body;
	const compact = withoutWhitespace(body);
	if (compact.length < body.length) yield compact;
	if (compact.some((byte) => byte >= deleteCharacter)) yield escaped(compact);
	if (compact.includes('\\u')) yield unescaped(compact);
}

/** Leaves out what stands between two tokens. */
function withoutWhitespace(json: Buffer): Buffer {
	const kept = Buffer.alloc(json.length);
	let length = 0;
	let isInString = false;
	let isEscaped = false;
	for (const byte of json) {
		if (!isInString && whitespace.has(byte)) continue;
		kept[length++] = byte;
		if (isEscaped) isEscaped = false;
		else if (byte === quote) isInString = !isInString;
		else isEscaped = byte === backslash;
	}
	return kept.subarray(0, length);
}

/** Writes all that is not ASCII as Python does: `\u00ed`, in lower case, above U+FFFF as two halves. */
function escaped(json: Buffer): Buffer {
	const text = json.toString('utf8');
	const written = Buffer.alloc(text.length * 6);
	let length = 0;
	const write = (byte = 0) => {
		written[length++] = byte;
	};
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		if (unit < deleteCharacter) {
			write(unit);
			continue;
		}
		write(backslash);
		write(0x75);
		for (const shift of [12, 8, 4, 0]) write(digits[(unit >> shift) & 0xf]);
	}
	return written.subarray(0, length);
}

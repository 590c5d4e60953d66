const backslash = 0x5c;
const letterU = 0x75;
/** The last of ASCII, and the first that JavaScript writes as it is. */
const deleteCharacter = 0x7f;
/** What the first byte of a character in UTF-8 begins with, by how many follow it. */
const leads = [0, 0xc0, 0xe0, 0xf0] as const;

/**
 * Writes what is escaped and not ASCII as JavaScript does: as it is, in UTF-8, but for half a pair, which has no such form.
 *
 * @param json of up to some megabytes, also of somebody who wants this to take long: each byte is looked at once
 */
export function unescaped(json: Buffer): Buffer {
	const written = Buffer.alloc(json.length);
	let length = 0;
	const write = (byte = 0) => {
		written[length++] = byte;
	};
	for (let index = 0; index < json.length;) {
		const point = pointAt(json, index);
		if (point === undefined) {
			// A backslash that is itself escaped begins nothing.
			if (json[index] === backslash) write(json[index++]);
			write(json[index++]);
			continue;
		}
		const following = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
		write(leads[following] | (point >> (6 * following)));
		for (let left = following - 1; left >= 0; left--) write(0x80 | ((point >> (6 * left)) & 0x3f));
		index += following === 3 ? 12 : 6;
	}
	return written.subarray(0, length);
}

/** The character beyond ASCII that is escaped at a place; undefined when there is none. */
function pointAt(json: Buffer, index: number): number | undefined {
	const unit = unitAt(json, index);
	if (unit === undefined || unit < deleteCharacter) return undefined;
	if (unit < 0xd800 || unit > 0xdfff) return unit;
	const second = unitAt(json, index + 6) ?? 0;
	const isPair = unit < 0xdc00 && second >= 0xdc00 && second <= 0xdfff;
	return isPair ? 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00) : undefined;
}

/** What `\uXXXX` at a place stands for, half of a character above U+FFFF; undefined when there is none. */
function unitAt(json: Buffer, index: number): number | undefined {
	if (json[index] !== backslash || json[index + 1] !== letterU) return undefined;
	let unit = 0;
	for (let place = index + 2; place < index + 6; place++) {
		const digit = hexDigit(json[place] ?? 0);
		if (digit === undefined) return undefined;
		unit = unit * 16 + digit;
	}
	return unit;
}

function hexDigit(byte: number): number | undefined {
	if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
	const inLowerCase = byte | 0x20;
	return inLowerCase >= 0x61 && inLowerCase <= 0x66 ? inLowerCase - 0x57 : undefined;
}

/**
 * A key of at least so many characters, such as `ak_live_9f2c`, is struck out wherever it stands: no other text holds it
 * by chance.
 */
const longEnough = 8;
/** A shorter one, which no service gives out, is struck out of refusals as a word of its own; below four characters not. */
const shortest = 4;
const mark = '[API key]';

/**
 * Makes a function that strikes a secret out of everything that a service answers, before anybody can quote it: out of
 * texts, and out of the names and texts of JSON, also where it is written as in a URL (`a%2Bb`), in JSON (`a\u002bb`), or
 * in base64.
 *
 * @returns a function of the value and of whether it is a refusal; it returns the value itself when nothing is in it
 */
export function strikesOut(secret: string): (value: unknown, isRefusal: boolean) => unknown {
	if (secret.length < shortest) return (value) => value;
	const isLong = secret.length >= longEnough;
	const spellings = isLong
		? [spelled(secret), ...inBase64(secret)]
		: [`(?<![\\p{L}\\p{N}])${spelled(secret)}(?![\\p{L}\\p{N}])`];
	const pattern = new RegExp(spellings.join('|'), 'u');
	const everywhere = new RegExp(pattern, 'gu');
	const found = (text: string) => text.length >= secret.length && pattern.test(text);
	const strike = (text: string) => (found(text) ? text.replace(everywhere, mark) : text);
	return (value, isRefusal) =>
		(isLong || isRefusal) && holds(value, found) ? rewrite(value, strike) : value;
}

/** Looks through an answer of thousands of texts, without copying it, and however deep it is. */
function holds(value: unknown, found: (text: string) => boolean): boolean {
	const left: unknown[] = [value];
	while (left.length > 0) {
		const part = left.pop();
		if (typeof part === 'string' && found(part)) return true;
		if (typeof part !== 'object' || part === null) continue;
		if (!Array.isArray(part) && Object.keys(part).some(found)) return true;
		const inside: unknown[] = Object.values(part);
		for (const inner of inside) {
			if (typeof inner === 'string') {
				if (found(inner)) return true;
			} else if (typeof inner === 'object') left.push(inner);
		}
	}
	return false;
}

function rewrite(value: unknown, strike: (text: string) => string): unknown {
	if (typeof value === 'string') return strike(value);
	if (Array.isArray(value)) return value.map((part: unknown) => rewrite(part, strike));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]: [string, unknown]) => [strike(name), rewrite(part, strike)]),
	);
}

/** A pattern of the text as it stands, each sign also as a URL or JSON writes it. */
function spelled(text: string): string {
	return [...text].map((sign) => (/[a-z\d]/i.test(sign) ? sign : anySpellingOf(sign))).join('');
}

function anySpellingOf(sign: string): string {
	const inUrl = [...Buffer.from(sign)]
		.map((byte) => `%${anyCase(byte.toString(16).padStart(2, '0'))}`)
		.join('');
	const inJson = [...sign.split('')].map(
		(unit) => `\\\\u${anyCase(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`,
	);
	const plain = `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
	return `(?:\\\\?${plain}|${inUrl}|${inJson.join('')})`;
}

function anyCase(digits: string): string {
	return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/** Base64 writes three bytes with four signs, so a text in the middle of another has one of three spellings. */
function inBase64(text: string): string[] {
	return [0, 1, 2].map((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
		const whole = bytes
			.toString('base64')
			.slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
		return whole.replace(/\+/g, '[+-]').replace(/\//g, '[/_]');
	});
}

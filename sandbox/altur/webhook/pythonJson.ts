/** A number with a decimal point, also where it is whole: Python writes 0.0, JSON.stringify would write 0. */
export class Float {
	constructor(readonly value: number) {}
}

export interface JsonObject {
	readonly [key: string]: Json;
}

/** What can be written. A map keeps its keys in order, also those that look like whole numbers. */
export type Json = null | boolean | number | string | Float | Json[] | ReadonlyMap<string, Json> | JsonObject;

/** How JSON is written. */
export interface Writing {
	/** A space after every comma and colon, as json.dumps does unless it is told otherwise. */
	spaced: boolean;
	/** Every character beyond ASCII as \uXXXX in lower case, those above U+FFFF as a pair. */
	escaped: boolean;
}

/** As Python's repr: the exponent has at least two digits, and begins below 0.0001 and at 1e16. */
function floatText(value: number): string {
	const size = Math.abs(value);
	if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
		const [digits = '', exponent = ''] = value.toExponential().split('e');
		return `${digits}e${exponent.charAt(0)}${exponent.slice(1).padStart(2, '0')}`;
	}
	return Number.isInteger(value) ? `${String(value)}.0` : String(value);
}

function stringText(text: string, { escaped }: Writing): string {
	const quoted = JSON.stringify(text);
	if (!escaped) return quoted;
	return quoted.replace(
		/[^ -~]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/** Writes a value as Python's json.dumps writes it, keys in the order they have. */
export function pythonJson(value: Json, writing: Writing): string {
	const [comma, colon] = writing.spaced ? [', ', ': '] : [',', ':'];
	const write = (part: Json): string => {
		if (part === null || typeof part === 'boolean') return String(part);
		if (typeof part === 'number') return JSON.stringify(part);
		if (typeof part === 'string') return stringText(part, writing);
		if (part instanceof Float) return floatText(part.value);
		if (Array.isArray(part)) return `[${part.map(write).join(comma)}]`;
		const entries = part instanceof Map ? [...part.entries()] : Object.entries(part);
		const members = entries.map(([key, held]) => stringText(key, writing) + colon + write(held));
		return `{${members.join(comma)}}`;
	};
	return write(value);
}

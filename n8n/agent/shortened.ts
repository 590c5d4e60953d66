import type { IDataObject } from 'n8n-workflow';

/** How much of texts (characters) and lists (entries) is left, from little to much loss. */
const measures = [
	{ text: 600, entries: 20 },
	{ text: 200, entries: 6 },
	{ text: 60, entries: 2 },
];

/** Bytes of a value as JSON, which is how it reaches a model. */
export function bytesOf(value: unknown): number {
	return Buffer.byteLength(JSON.stringify(value) ?? '');
}

/**
 * Makes an object fit: leaves out what is empty, then cuts long texts and lists, and says "…" where it did; in the end it
 * leaves out its largest values, and its last keys.
 *
 * @param most bytes as JSON
 * @returns the object itself when it fits
 */
export function shortened(json: IDataObject, most: number): IDataObject {
	if (bytesOf(json) <= most) return json;
	const filled = withoutEmpty(json);
	if (bytesOf(filled) <= most) return filled;
	let cut = filled;
	for (const measure of measures) {
		cut = objectCut(filled, measure);
		if (bytesOf(cut) <= most) return cut;
	}
	const kept: IDataObject = {};
	for (const [key, value] of Object.entries(cut)) {
		const fits = [value, '…'].find((shown) => bytesOf({ ...kept, [key]: shown }) <= most);
		if (fits !== undefined) kept[key] = fits;
	}
	return kept;
}

type Measure = (typeof measures)[number];

/** An object without keys that say nothing. */
function withoutEmpty(json: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(json).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: IDataObject[string]): boolean {
	if (value === null || value === undefined || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0 && !(value instanceof Date);
}

function objectCut(json: object, measure: Measure): IDataObject {
	return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, cutDown(value, measure)]));
}

/** @param value as JSON has them */
function cutDown(value: unknown, measure: Measure): IDataObject[string] {
	if (typeof value === 'string') {
		return value.length <= measure.text ? value : `${value.slice(0, measure.text)}…`;
	}
	if (Array.isArray(value)) {
		const entries = value.slice(0, measure.entries).map((entry) => cutDown(entry, measure));
		const more = value.length - entries.length;
		return [...entries, ...(more > 0 ? [`… ${more} more`] : [])];
	}
	if (typeof value === 'object' && value !== null) return objectCut(value, measure);
	return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

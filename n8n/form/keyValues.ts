import { jsonParse, type IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { fixedColumn, type Column } from './columns/expressions';
import { valueToText } from '../../bulk/clean/text';
import { isEmptyCell } from './columns/emptyCell';
import { reasonTitles } from '../file/reasonTitles';
import { InputProblem } from '../inputProblem';
import type { ItemForm } from './itemForm';

/** Where the free key-value pairs of a contact come from. */
export type KeyValues =
	| { mode: 'none' | 'otherColumns' }
	| { mode: 'namedColumns'; titles: readonly string[] }
	| { mode: 'fields'; pairs: Array<{ key: Column; value: Column }> }
	| { mode: 'json'; json: Column; label: string };

/** Where the fields are read: for all rows at once (`FormColumns`), or as they stand for one item. */
interface KeyValueForm {
	raw(name: string, fallback: unknown): unknown;
	column(label: string, raw: unknown): Column;
}

/** The form of one item, whose expressions are worked out already. */
export function formOfItem({ value }: ItemForm): KeyValueForm {
	return {
		raw: (name, fallback) => value(name) ?? fallback,
		column: (_label, raw) => fixedColumn(raw),
	};
}

const pairsSchema = z
	.object({ values: z.array(z.object({ key: z.unknown(), value: z.unknown() }).partial()).default([]) })
	.catch({ values: [] });
const jsonObject = z.record(z.unknown());

/**
 * Reads the fields that `keyValueFields` made.
 *
 * @param name of the first of them; the others are called `<name>Fields` and `<name>Json`
 * @param label as in the form
 * @throws InputProblem for JSON that is none, and the same for all rows
 */
export function readKeyValues(form: KeyValueForm, name: string, label: string): KeyValues {
	const mode = z.enum(['none', 'otherColumns', 'fields', 'json']).parse(form.raw(name, 'none'));
	switch (mode) {
		case 'fields':
			return {
				mode,
				pairs: pairsSchema.parse(form.raw(`${name}Fields`, {})).values.map(({ key, value }, index) => ({
					key: form.column(`${label}, name ${index + 1}`, key),
					value: form.column(`${label}, ${valueLabel(key, index)}`, value),
				})),
			};
		case 'json': {
			const jsonLabel = `${label} (JSON)`;
			const json = form.column(jsonLabel, form.raw(`${name}Json`, '{}'));
			if (json.isSameForAll) parseObject(json.read(0), jsonLabel);
			return { mode, json, label: jsonLabel };
		}
		default:
			return { mode };
	}
}

/**
 * Puts the pairs of a row together. Empty values are left out, so that an update never blanks what the service holds.
 *
 * @param used columns of the input that fill another field of the form already
 * @returns undefined when there is nothing to send
 * @throws InputProblem when the JSON is none, or not an object
 */
export function collectKeyValues(
	keyValues: KeyValues,
	json: IDataObject,
	used: readonly string[],
	itemIndex: number,
): Record<string, unknown> | undefined {
	const filled = collect(keyValues, json, used, itemIndex).filter(
		([key, value]) => key !== '' && !isEmptyCell(value),
	);
	return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

/** Which columns the pairs take besides those of the fields, as far as they are named by their titles. */
export function columnsBesides(keyValues: KeyValues): {
	usedBesides: readonly string[];
	takesOtherColumns: boolean;
} {
	return {
		usedBesides: keyValues.mode === 'namedColumns' ? keyValues.titles : [],
		takesOtherColumns: keyValues.mode === 'otherColumns',
	};
}

/** Makes texts of all values: numbers and booleans in their usual spelling, objects and lists as JSON. */
export function asTexts(values: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, valueToText(value) ?? '']));
}

function collect(
	keyValues: KeyValues,
	json: IDataObject,
	used: readonly string[],
	itemIndex: number,
): Array<[string, unknown]> {
	switch (keyValues.mode) {
		case 'none':
			return [];
		case 'otherColumns':
			return Object.entries(json).filter(([title]) => !used.includes(title) && !reasonTitles.includes(title));
		case 'namedColumns':
			return keyValues.titles.map((title) => [title, json[title]]);
		case 'fields':
			return keyValues.pairs.map(({ key, value }) => [
				valueToText(key.read(itemIndex))?.trim() ?? '',
				value.read(itemIndex),
			]);
		case 'json':
			return Object.entries(parseObject(keyValues.json.read(itemIndex), keyValues.label));
	}
}

function parseObject(value: unknown, label: string): Record<string, unknown> {
	if (value === undefined || value === null || value === '') return {};
	const parsed = jsonObject.safeParse(typeof value === 'string' ? parseJson(value) : value);
	if (parsed.success) return parsed.data;
	throw new InputProblem(
		`INVALID_${label
			.replace(/ \(JSON\)$/, '')
			.replaceAll(' ', '_')
			.toUpperCase()}`,
		`${label} is not a JSON object.`,
		'Write it as {"name": "value"}, with double quotes.',
	);
}

function parseJson(text: string): unknown {
	return jsonParse<unknown>(text, { fallbackValue: null });
}

function valueLabel(key: unknown, index: number): string {
	return typeof key === 'string' && key !== '' && !key.startsWith('=') ? `"${key}"` : `value ${index + 1}`;
}

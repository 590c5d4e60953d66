import { z } from 'zod';
import { valueToText } from '../../bulk/clean/text';

const fields = z.record(z.unknown()).catch({});
const locator = z.object({ value: z.unknown() });
const settings = z.object({ settings: fields }).catch({ settings: {} });

/** The fields of a collection of the form; none when nothing was added. */
export function readFields(value: unknown): Record<string, unknown> {
	return fields.parse(value);
}

/** The fields of a group that can be added once; undefined when it was not. */
export function readSettings(value: unknown): Record<string, unknown> | undefined {
	const read = settings.parse(value).settings;
	return Object.keys(read).length === 0 ? undefined : read;
}

/** Whether a switch of the form is on; an expression may give it as text. */
export function isOn(value: unknown): boolean {
	return value === true || value === 'true';
}

/** A text that is worth sending; '' and nothing are none. */
export function readText(value: unknown): string | undefined {
	return valueToText(value);
}

/** A text in which '' means that it is to be cleared. A column that the row does not have (null, undefined) is none. */
export function readClearableText(value: unknown): string | undefined {
	return value === '' ? '' : valueToText(value);
}

/** What a resource locator points to, or an ID by itself. */
export function readId(value: unknown): string | undefined {
	const read = locator.safeParse(value);
	return valueToText(read.success ? read.data.value : value)?.trim();
}

/** A number, also one that a sheet holds as text; anything else is left as it is, for the check to refuse. */
export function readNumber(value: unknown): unknown {
	const text = valueToText(value)?.trim();
	if (text === undefined || text === '') return undefined;
	return /^[-+]?\d+(\.\d+)?$/.test(text) && typeof value !== 'boolean' ? Number(text) : text;
}

/** The day of a date, as it is written: a date picker's "2026-08-31T00:00:00" and a sheet's "2026-08-31" alike. */
export function readDay(value: unknown): string | undefined {
	const text = valueToText(value)?.trim();
	return text?.replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, '$1');
}

/** A list, or a text with commas between its entries. An empty one is none, unless an expression gave it. */
export function readList(value: unknown, isCalculated = false): string[] | undefined {
	const entries: unknown[] = Array.isArray(value) ? value : (valueToText(value)?.split(',') ?? []);
	const texts = entries.flatMap((entry) => valueToText(entry)?.trim() ?? []).filter((entry) => entry !== '');
	return texts.length > 0 || (isCalculated && Array.isArray(value)) ? texts : undefined;
}

/** Whether a field, as stored in the workflow, is an expression. */
export function isExpression(raw: unknown): boolean {
	return typeof raw === 'string' && raw.startsWith('=');
}

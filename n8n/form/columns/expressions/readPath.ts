import type { Path } from './template';

/** Says that this row's value is of a kind whose meaning only n8n's evaluator knows. */
export const askEvaluator = Symbol('ask the evaluator');

/**
 * Follows a path below a row's `$json` as n8n's evaluator does: a missing parent is no fault, it reads as undefined.
 *
 * @returns the value, or `askEvaluator` for what n8n treats in a way of its own: members of texts and lists,
 * names every object inherits, dates and other class instances
 */
export function readPath(json: unknown, path: Path): unknown {
	let value = json;
	for (const name of path) {
		if (value === undefined || value === null) return undefined;
		if (!isPlainObject(value)) return askEvaluator;
		if (Object.hasOwn(value, name)) value = value[name];
		else if (name in Object.prototype) return askEvaluator;
		else return undefined;
	}
	return isPlainValue(value) ? value : askEvaluator;
}

function isPlainValue(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Array.isArray(value) || isPlainObject(value);
	return typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint';
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return (
		(prototype === null || Object.getPrototypeOf(prototype) === null) &&
		!Array.isArray(value) &&
		!('toJSON' in value)
	);
}

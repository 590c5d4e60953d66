import { valueToText } from '../../../bulk/clean/text';

/** @returns whether a cell holds nothing to send: no value, no text, or nothing but spaces */
export function isEmptyCell(value: unknown): boolean {
	// An object or a list is never empty here; to write it out as JSON, only to see that, would be slow.
	if (typeof value === 'object' && value !== null && !('toJSON' in value)) return false;
	return (valueToText(value) ?? '').trim() === '';
}

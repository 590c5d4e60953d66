/**
 * Turns a cell of any kind into the text that is sent.
 *
 * Numbers and booleans become their usual spelling, dates their ISO form, objects and lists JSON text.
 *
 * @returns the text, or undefined when the cell holds nothing (null, undefined, NaN, an invalid date, '')
 */
export function valueToText(value: unknown): string | undefined {
	switch (typeof value) {
		case 'string':
			return value === '' ? undefined : value;
		case 'number':
			return Number.isNaN(value) ? undefined : String(value);
		case 'boolean':
		case 'bigint':
			return String(value);
		case 'object':
			return value === null ? undefined : objectToText(value);
		default:
			return undefined;
	}
}

function objectToText(value: object): string | undefined {
	// Dates, and luxon's DateTime as n8n's expressions return it, say themselves how they are written.
	if ('toJSON' in value && typeof value.toJSON === 'function') {
		const written: unknown = value.toJSON();
		return typeof written === 'object' && written !== null ? JSON.stringify(written) : valueToText(written);
	}
	return JSON.stringify(value);
}

import type { z } from 'zod';
import { InputProblem } from '../inputProblem';

/**
 * Checks the values of a form against what a service accepts.
 *
 * @param schema whose messages are sentences in the form's words, without a full stop
 * @returns what the schema makes of the values
 * @throws InputProblem that says all that is wrong with them at once
 */
export function checked<Schema extends z.ZodTypeAny>(schema: Schema, values: unknown): z.output<Schema> {
	const parsed = schema.safeParse(values);
	if (parsed.success) return parsed.data;
	const messages = new Set(parsed.error.issues.map(({ message }) => message));
	throw new InputProblem(
		'INVALID_INPUT',
		`${[...messages].join('. ')}.`,
		'Correct this in the form of the node.',
	);
}

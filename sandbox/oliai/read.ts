import type { z } from 'zod';
import { Refusal } from '../server/refusal';

/** What a schema makes of a body or query. Throws BAD_REQUEST with all problems, as NestJS lists them. */
export function read<Schema extends z.ZodTypeAny>(schema: Schema, value: unknown): z.output<Schema> {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new Refusal(400, 'INVALID_REQUEST', problemsOf(parsed.error).join('; '), {
		problems: problemsOf(parsed.error),
	});
}

/** The problems of a value, a sentence each. */
export function problemsOf(error: z.ZodError): string[] {
	return error.issues.map(({ path, message }) => [path.join('.'), message].join(' ').trim());
}

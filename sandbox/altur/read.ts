import type { z } from 'zod';
import { Refusal } from '../server/refusal';

/** What a schema makes of a body or query. Throws INVALID_REQUEST that names the first five problems. */
export function read<Schema extends z.ZodTypeAny>(schema: Schema, value: unknown): z.output<Schema> {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues
		.slice(0, 5)
		.map(({ path, message }) => [path.join('.'), message].join(' '));
	throw new Refusal(400, 'INVALID_REQUEST', problems.join('; ').trim());
}

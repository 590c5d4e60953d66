import { z } from 'zod';
import type { ZodIssue } from 'zod';
import { fieldErrors } from './fieldErrors';
import { InvalidRequest } from './invalidRequest';

/** An issue that a schema adds under a code of its own, other than INVALID_REQUEST, in `params`. */
const coded = z.object({ params: z.object({ code: z.string() }) });

/** The path of the first thing that is wrong, as IMMUTABLE_FIELD writes it: `cycles.mode`. Lists end it. */
function fieldOf(issue: ZodIssue | undefined): string | undefined {
	if (!issue) return undefined;
	const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
	const index = path.findIndex((part) => typeof part === 'number');
	return (index < 0 ? path : path.slice(0, index)).join('.') || undefined;
}

/** What a schema makes of a body or query. Throws a refusal that names the first five problems. */
export function read<Schema extends z.ZodTypeAny>(schema: Schema, value: unknown): z.output<Schema> {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const { issues } = parsed.error;
	const problems = issues.slice(0, 5).map(({ path, message }) => [path.join('.'), message].join(' '));
	const code = coded.safeParse(issues[0]).data?.params.code ?? 'INVALID_REQUEST';
	throw new InvalidRequest(code, problems.join('; ').trim(), fieldOf(issues[0]), fieldErrors(issues, value));
}

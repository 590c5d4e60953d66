import { z } from 'zod';
import type { Recorded } from './recorder';

const failure = z.object({
	name: z.string(),
	message: z.string().min(1),
	httpCode: z.unknown(),
	context: z.record(z.unknown()).default({}),
});

const coded = z.object({ error: z.string() });

/** What a sentence for a person never holds: the insides of a program that did not read its answer. */
const unread =
	/undefined|\[object|Cannot read|is not a function|is not iterable|ZodError|TypeError|Unexpected token/;

/**
 * What is wrong with how the node read an answer: a success without an error, a refusal with one that knows status
 * and code. An answer that Prism made up (`isInvented`) may say nothing sensible, so the node may refuse it in words.
 */
export function misreading(
	error: unknown,
	last: Recorded | undefined,
	isInvented: boolean,
): string | undefined {
	if (!last) return `sent nothing: ${error instanceof Error ? error.message : String(error)}`;
	if (error === undefined) return last.status < 300 ? undefined : `took ${last.status} for a success`;
	const told = failure.safeParse(JSON.parse(JSON.stringify(error))).data;
	if (!told) return `ended without a sentence: ${String(error)}`;
	const { name, message, context } = told;
	if (unread.test(message) || !/^Node\w+Error$/.test(name)) return `ended with ${name}: ${message}`;
	if (last.status < 300) return isInvented ? undefined : `refused a success: ${message}`;
	const code = coded.safeParse(JSON.parse(last.answer || '{}')).data?.error;
	if (code !== undefined && context['code'] !== code) {
		return `took the code ${code} for ${String(context['code'])}: ${message}`;
	}
	// The lists of the editor show a sentence and nothing else, so their errors have no status.
	const hasStatus = name === 'NodeApiError' || told.httpCode !== undefined;
	if (hasStatus && String(told.httpCode) !== String(last.status)) {
		return `took ${last.status} for ${String(told.httpCode)}`;
	}
	return undefined;
}

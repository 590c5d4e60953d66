import { z } from 'zod';
import { readWords } from '../words';

export const usage = `npm start -- [options]
  --once        end after the table of statuses: code 0 if every number is the expected one, otherwise 1
  --port 5678   port of n8n on 127.0.0.1
  --help        say this`;

const values = z.object({
	once: z.boolean().default(false),
	help: z.boolean().default(false),
	port: z
		.string()
		.regex(/^\d+$/, '--port must be a whole number')
		.transform(Number)
		.pipe(z.number().min(1, '--port must be 1 to 65535').max(65535, '--port must be 1 to 65535'))
		.default('5678'),
});
type StartOptions = z.output<typeof values>;

/**
 * The options of `npm start`.
 * @throws Error that names what is wrong with them, and says which there are
 */
export function readOptions(words: readonly string[]): StartOptions {
	const given = readWords(
		words,
		{ once: { type: 'boolean' }, help: { type: 'boolean' }, port: { type: 'string' } },
		usage,
	);
	const parsed = values.safeParse(given);
	if (parsed.success) return parsed.data;
	throw new Error(`${parsed.error.issues.map(({ message }) => message).join('\n')}\n\n${usage}`);
}

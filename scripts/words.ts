import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads the words behind a command that takes options only.
 *
 * @param usage which options there are
 * @returns the options that were given, by name
 * @throws Error that names what is wrong, and says which options there are
 */
export function readWords(words: readonly string[], options: Options, usage: string): object {
	try {
		return { ...parseArgs({ args: [...words], options }).values };
	} catch (cause) {
		// Node's own advice, behind the first sentence, is about programs that take file names.
		const [what = ''] = String(cause instanceof Error ? cause.message : cause).split('. ');
		throw new Error(`${what}\n\n${usage}`, { cause });
	}
}

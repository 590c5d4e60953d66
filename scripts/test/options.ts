import { parseArgs } from 'node:util';

export const usage = `npm test -- [options]
  --fast   leave out what needs a real n8n or a browser; the same as npm run test:fast
  --help   say this
A single file: npx jest --selectProjects unit --testPathPatterns pacer (or node, server, ui)`;

/**
 * The options of `npm test`.
 * @throws Error that names what is wrong with them, and says which there are
 */
export function readOptions(words: readonly string[]): { fast: boolean; help: boolean } {
	try {
		const { values } = parseArgs({
			args: [...words],
			options: {
				fast: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		});
		return values;
	} catch (cause) {
		// Node's own advice, behind the first sentence, is about programs that take file names.
		const [what = ''] = String(cause instanceof Error ? cause.message : cause).split('. ');
		throw new Error(`${what}\n\n${usage}`, { cause });
	}
}

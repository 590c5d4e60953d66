import { z } from 'zod';
import { readWords } from '../words';

export const usage = `npm test -- [options]
  --fast   leave out what needs a real n8n or a browser; the same as npm run test:fast
  --help   say this
A single file: npx jest --selectProjects unit --testPathPatterns pacer (or node, server, ui)`;

const values = z.object({ fast: z.boolean().default(false), help: z.boolean().default(false) });

/**
 * The options of `npm test`.
 * @throws Error that names what is wrong with them, and says which there are
 */
export function readOptions(words: readonly string[]): z.output<typeof values> {
	return values.parse(readWords(words, { fast: { type: 'boolean' }, help: { type: 'boolean' } }, usage));
}

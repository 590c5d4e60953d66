import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { executionScope } from './executionScope';

const notes = z.record(z.literal(true)).catch({});

/** What an action may have done already, in an earlier try of the same run. */
export interface DoneBefore {
	has(target: string): boolean;
	note(target: string): void;
}

/**
 * Remembers over Retry On Fail, and over the retry of an execution, what an action has done or may have done, so
 * that a try does not fail at what an earlier one brought about. n8n keeps the node's context over both.
 *
 * @param action as stored in workflows
 */
export function doneBefore(context: IExecuteFunctions, action: string): DoneBefore {
	const memory = context.getContext('node');
	const place = [...executionScope(context), action].join(' ');
	const read = () => notes.parse(memory[place]);
	return {
		has: (target) => read()[target] ?? false,
		note: (target) => {
			memory[place] = { ...read(), [target]: true };
		},
	};
}

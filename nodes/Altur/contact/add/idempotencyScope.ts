import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { valueToText } from '../../../../bulk/clean/text';
import { InputProblem } from '../../../../n8n/inputProblem';
import { executionScope } from '../../../../n8n/item/executionScope';

/** What the person reads over the choice. */
const label = 'When Is It the Same Request?';

/** The key of the person's own. */
export const idempotencyKeyOption: INodeProperties = {
	displayName: 'Idempotency Key',
	name: 'idempotencyKey',
	type: 'string',
	typeOptions: { password: false },
	default: '',
	placeholder: 'e.g. {{ $json.importId }}',
	displayOptions: { show: { idempotencyScope: ['custom'] } },
	description:
		'The same rows under the same key are added once. It is read from the first row, or for each file, and combined with the contents of each request.',
};

/** Says which requests are the same to Altur. */
export const idempotencyScopeOption: INodeProperties = {
	displayName: label,
	name: 'idempotencyScope',
	type: 'options',
	default: 'execution',
	description: 'When Altur takes a request for one that it has answered already, and only repeats the answer',
	options: [
		{
			name: 'This Execution',
			value: 'execution',
			description: 'Also its retries; a new execution sends again',
		},
		{
			name: 'Same Content',
			value: 'content',
			description:
				'Also in a new execution, as long as Altur remembers; for schedules that may run twice. A row that goes back to what it was before (100, 200, then 100 again) is not sent again then.',
		},
		{
			name: 'My Own Key',
			value: 'custom',
			description:
				'The same content under the same key; a row that goes back to what it was before is not sent again under it',
		},
	],
};

/** Both, as they are read. */
export const idempotencyOptions = {
	idempotencyScope: z
		.enum(['execution', 'content', 'custom'], {
			errorMap: () => ({ message: `${label} must be one of the list` }),
		})
		.optional(),
	idempotencyKey: z.unknown().transform((value) => valueToText(value)?.trim() || undefined),
};

type Options = z.infer<z.ZodObject<typeof idempotencyOptions>>;

/** @throws InputProblem when the scope is a key of the person's own, and there is none */
export function requireKey({ idempotencyScope: scope, idempotencyKey }: Options): void {
	if (scope !== 'custom' || idempotencyKey !== undefined) return;
	throw new InputProblem(
		'NO_IDEMPOTENCY_KEY',
		'The Idempotency Key is empty.',
		`Under Options, enter a key, or choose something else under ${label}.`,
	);
}

/**
 * What is the same in the idempotency keys of all requests that are to be taken for one another.
 *
 * @param part of the execution, where that loads more than once
 */
export function idempotencyScope(
	context: IExecuteFunctions,
	{ idempotencyScope: scope = 'execution', idempotencyKey }: Options,
	part: readonly string[] = [],
): string[] {
	switch (scope) {
		case 'execution':
			return [...executionScope(context), ...part];
		case 'content':
			return ['content'];
		case 'custom':
			return ['custom', idempotencyKey ?? ''];
	}
}

import { z } from 'zod';

function isPattern(text: string): boolean {
	try {
		return Boolean(new RegExp(text));
	} catch {
		return false;
	}
}

const common = {
	match: z
		.strictObject({
			method: z.string().optional(),
			/** Tested against the path as a regular expression, so plain text is a substring. */
			path: z.string().refine(isPattern, 'is no regular expression').optional(),
		})
		.optional(),
	/** So many matching requests pass before the fault may apply. */
	skip: z.number().int().min(0).default(0),
	times: z.union([z.number().int().min(1), z.literal('always')]).default(1),
};

const afterWork = z.boolean().default(false);
const milliseconds = z.number().min(0);
const indexes = z.array(z.number().int().min(0));

/** One fault of the plan, as given over HTTP or in a test. README.md tells what each kind does. */
export const faultSchema = z.discriminatedUnion('kind', [
	z.strictObject({ ...common, kind: z.literal('latency'), ms: milliseconds }),
	z.strictObject({
		...common,
		kind: z.literal('tooManyRequests'),
		seconds: z.number().min(0).default(1),
		/** Where the wait is told: the Retry-After header (two forms), only the text of the body, nowhere. */
		retryAfter: z.enum(['seconds', 'http-date', 'detail', 'none']).default('seconds'),
		/** As the service words it, or under that code. */
		body: z.enum(['detail', 'RATE_LIMITED']).default('detail'),
	}),
	z.strictObject({
		...common,
		kind: z.literal('status'),
		status: z.number().int().min(200).max(599),
		/** Text is sent as it is, anything else as JSON. */
		body: z.unknown(),
		contentType: z.string().optional(),
		headers: z.record(z.string()).default({}),
		afterWork,
	}),
	z.strictObject({ ...common, kind: z.literal('htmlBadGateway'), afterWork }),
	z.strictObject({ ...common, kind: z.literal('resetBefore') }),
	z.strictObject({ ...common, kind: z.literal('resetAfter') }),
	z.strictObject({ ...common, kind: z.literal('hang'), afterWork }),
	z.strictObject({ ...common, kind: z.literal('shuffleResults') }),
	z.strictObject({ ...common, kind: z.literal('dropResults'), indexes }),
	z.strictObject({ ...common, kind: z.literal('duplicateResults'), indexes: indexes.optional() }),
	z.strictObject({
		...common,
		kind: z.literal('echoAuthorization'),
		status: z.union([z.literal(401), z.literal(500)]).default(401),
	}),
	z.strictObject({
		...common,
		kind: z.literal('rowServerError'),
		indexes: indexes.optional(),
		contacts: z.array(z.string()).optional(),
	}),
	z.strictObject({ ...common, kind: z.literal('truncatedBody') }),
	z.strictObject({ ...common, kind: z.literal('notJson'), body: z.string().default('OK') }),
	z.strictObject({ ...common, kind: z.literal('slowBody'), ms: milliseconds }),
	z.strictObject({ ...common, kind: z.literal('payloadTooLarge'), maxRows: z.number().int().min(0) }),
	z.strictObject({
		...common,
		kind: z.literal('blameRows'),
		/** Numbers as they are sent. */
		contacts: z.array(z.string()).min(1),
		field: z.string().default('extracted_data'),
		messages: z.array(z.string()).default(['Not a valid string.']),
		shape: z.enum(['list', 'object']).default('list'),
	}),
]);

export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;

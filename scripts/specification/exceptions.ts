import type { DocumentedOperation } from './document';

/** Answers of the sandbox that no operation of the file lists, and why it gives them all the same. */
const exceptions: ReadonlyArray<{ status: number; operations?: RegExp; why: string }> = [
	{
		status: 429,
		why: 'no operation lists the rate limit that the pages state; public clients read {detail}',
	},
	{
		status: 409,
		operations: /^POST \/campaigns(\/\{id\}\/contacts)?$/,
		why: 'what another use of an Idempotency-Key is answered stands nowhere',
	},
	{
		status: 400,
		operations: /^(GET|DELETE) \/campaigns\/\{id\}(\/contacts\/\{contact_id\})?$/,
		why: 'stricter than the file: a query parameter that it does not name is refused',
	},
	{ status: 415, why: 'a body of another content type stands nowhere' },
	{ status: 413, why: 'how large a body may be stands nowhere' },
];

/** Why an undocumented status is no violation; undefined when it is one, or when it is documented. */
export function exceptionFor(operation: DocumentedOperation, status: number): string | undefined {
	if (operation.statuses.includes(status)) return undefined;
	return exceptions.find((one) => one.status === status && (one.operations?.test(operation.name) ?? true))
		?.why;
}

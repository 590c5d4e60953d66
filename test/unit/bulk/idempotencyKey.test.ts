import { idempotencyKey } from '../../../bulk/idempotencyKey';

describe('An idempotency key', () => {
	const body = Buffer.from('{"contacts":[]}');

	it('has the shape of a UUID of version 5', () => {
		expect(idempotencyKey(['execution', '1'], body)).toMatch(
			/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
		);
	});

	it('never changes between versions of this package, or a retry after an update would send twice', () => {
		expect(idempotencyKey(['execution', '231', 'skip 1042', '0'], body)).toBe(
			'6c40ec02-b442-5dda-ae52-3a2a194db065',
		);
	});

	it.each([
		['the scope', ['execution', '2', '0'], body],
		['the number of the batch', ['execution', '1', '1'], body],
		['the content', ['execution', '1', '0'], Buffer.from('{"contacts":[{}]}')],
		['where one part ends and the next begins', ['execution', '10', ''], body],
	])('differs with %s', (_what, parts, content) => {
		expect(idempotencyKey(parts, content)).not.toBe(idempotencyKey(['execution', '1', '0'], body));
	});
});

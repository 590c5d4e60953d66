import { readRetryAfter } from '../../../../bulk/request/retryAfter';

describe('The wait that an answer asks for', () => {
	const now = Date.parse('2026-03-01T10:00:00Z');
	const asked = (header?: string, body?: unknown) =>
		readRetryAfter(header === undefined ? {} : { 'retry-after': header }, body, now);

	it('is read from Retry-After in seconds', () => {
		expect(asked('30')).toBe(30_000);
		expect(asked(' 1.5 ')).toBe(1500);
		expect(asked('0')).toBe(0);
		expect(asked('12.25')).toBe(12_250);
	});

	it('is read from Retry-After as a date', () => {
		expect(asked('Sun, 01 Mar 2026 10:02:00 GMT')).toBe(120_000);
		expect(asked('Sun, 01 Mar 2026 09:00:00 GMT')).toBe(0);
	});

	it("is read from the sentence of Django's throttle when there is no header", () => {
		expect(asked(undefined, { detail: 'Request was throttled. Expected available in 7 seconds.' })).toBe(
			7000,
		);
		expect(asked(undefined, { detail: 'Expected available in 1 second.' })).toBe(1000);
		expect(asked('soon', { detail: 'Expected available in 2 seconds.' })).toBe(2000);
		expect(asked(' ', { detail: 'Expected available in 2 seconds.' })).toBe(2000);
		expect(asked(undefined, { detail: 'Available in 12.25 SECONDS' })).toBe(12_250);
		expect(asked(undefined, { detail: 'Again in 90  seconds' })).toBe(90_000);
		expect(asked(undefined, { detail: 'Again in 3second' })).toBe(3000);
	});

	it('is preferred from the header', () => {
		expect(asked('3', { detail: 'Expected available in 7 seconds.' })).toBe(3000);
	});

	it.each([
		[undefined, undefined],
		['', {}],
		['soon', { detail: 'Slow down.' }],
		[undefined, '<html>in 7 seconds</html>'],
		['-5', null],
		['30 s', {}],
		['x30', {}],
		['1.', {}],
		['2026-03-02', {}],
		['at 10:02', {}],
		['9'.repeat(400), {}],
		[undefined, { detail: `${'9'.repeat(400)} seconds` }],
		[undefined, { detail: `${'Slow down. '.repeat(100)}Again in 2 seconds.` }],
		[undefined, { detail: 7 }],
	])('is unknown for the header %p and the body %p', (header, body) => {
		expect(asked(header, body)).toBeUndefined();
	});
});

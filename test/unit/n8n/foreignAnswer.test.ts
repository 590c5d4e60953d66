import { foreignAnswer } from '../../../n8n/foreignAnswer';
import type { FailureKind } from '../../../bulk/request/failure';

const own = { keys: ['success', 'error'], whereTheAddressIs: '' };
const of = (kind: FailureKind, status: number, body: unknown) =>
	foreignAnswer({ kind, status, body, attempts: 1, mayHaveBeenApplied: false }, own);

describe('An answer', () => {
	it.each<[FailureKind, number, unknown]>([
		['unreadable', 200, { success: true }],
		['unreadable', 200, '{"success": true, "results": ['],
		['unreadable', 200, ' [{"id":'],
		['notFound', 404, { success: false, error: 'NOT_FOUND' }],
		['notFound', 200, { success: false, error: 'NOT_FOUND' }],
		['unauthorized', 401, ''],
		['forbidden', 403, { detail: 'No' }],
		['refused', 400, '<h1>Bad Request</h1>'],
		['tooLarge', 413, '<h1>Too large</h1>'],
		['throttled', 429, '<h1>Slow down</h1>'],
		['unavailable', 502, '<h1>Bad Gateway</h1>'],
		['unavailable', 503, ''],
	])('may be the own of the service or its gateway: %s, HTTP %i, %j', (kind, status, body) => {
		expect(of(kind, status, body)).toBeUndefined();
	});

	it.each<[FailureKind, number, unknown, string]>([
		['unreadable', 200, '<!doctype html>', 'a web page'],
		['unauthorized', 401, '<html>', 'a web page'],
		['forbidden', 403, '<Error/>', 'a web page'],
		['notFound', 404, '<html>', 'a web page'],
		['refused', 405, '<html>', 'a web page'],
		['unreadable', 200, undefined, 'nothing'],
		['unreadable', 200, null, 'nothing'],
		['notFound', 404, ' ', 'nothing'],
		['notFound', 404, '404 page not found', 'a text'],
		['unreadable', 200, 42, 'the data of something else'],
		['notFound', 404, { message: 'Not Found' }, 'the data of something else'],
	])('is that of something else: %s, HTTP %i, %j', (kind, status, body, what) => {
		expect(of(kind, status, body)).toBe(`it answers with ${what}`);
	});
});

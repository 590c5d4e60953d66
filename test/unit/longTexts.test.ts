import { parseTemplate } from '../../n8n/form/columns/expressions/template';
import { topLevelNames } from '../../n8n/form/columns/expressions/topLevelNames';
import { readRetryAfter } from '../../bulk/request/retryAfter';
import { explainKind } from '../../n8n/messages';
import { completeBaseUrl } from '../../nodes/Altur/baseUrl';
import { completeBaseUrl as octopushUrl } from '../../packages/octopush/nodes/Octopush/baseUrl';
import { addressOf as oliAiUrl } from '../../packages/oliai/nodes/OliAi/baseUrl';

/** So long that work which grows with the square of it would take minutes. */
const length = 400_000;

const quoted = (text: string) =>
	explainKind(
		{ kind: 'refused', status: 422, attempts: 1, mayHaveBeenApplied: false },
		{ service: 'Altur', whereTheKeyIs: '', onRetry: '', own: { keys: [], whereTheAddressIs: '' } },
		text,
	).message;

describe('A text of any length', () => {
	it.each(['<', '<a', ' ', '<\n', '>'])('that a service fills with %j is quoted at once', (piece) => {
		expect(quoted(piece.repeat(length)).length).toBeLessThan(400);
	});

	it('is quoted without its tags, and as far as a person reads', () => {
		expect(quoted('<p>Name  is <b>too</b>\nlong, 5 < 6</p>')).toContain('says: "Name is too long, 5 < 6"');
		expect(quoted('word '.repeat(100))).toContain(`says: "${'word '.repeat(60)}..."`);
		expect(quoted(`${'<br>'.repeat(length)}far behind`)).not.toContain('far behind');
	});

	it('of digits is no wait, and one whose end names a wait is not searched that far', () => {
		expect(readRetryAfter({}, { detail: '1'.repeat(length) }, 0)).toBeUndefined();
		expect(readRetryAfter({}, { detail: '1 '.repeat(length) }, 0)).toBeUndefined();
		expect(readRetryAfter({}, { detail: `1${' '.repeat(length)}` }, 0)).toBeUndefined();
		expect(readRetryAfter({}, { detail: `${'.'.repeat(length)} in 7 seconds` }, 0)).toBeUndefined();
	});

	it('of digits in Retry-After is no wait either', () => {
		expect(readRetryAfter({ 'retry-after': '9'.repeat(400) }, undefined, 0)).toBeUndefined();
	});

	it('of spaces in an expression is read at once', () => {
		const spaces = ' '.repeat(length);
		expect(topLevelNames(`={{ $json${spaces}# }}`)).toEqual([]);
		expect(topLevelNames(`={{ $json ?. [ "a b" ] + $json . c + $json["d"] }}`)).toEqual(['a b', 'c', 'd']);
		expect(parseTemplate(`{{ $json${spaces}# }}`)).toBeUndefined();
		expect(parseTemplate('{{ $json ?. [ "a b" ] . c }}')).toEqual([{ path: ['a b', 'c'] }]);
	});

	it.each([
		['Altur', completeBaseUrl],
		['Octopush', octopushUrl],
		['OliAI', (baseUrl: string) => oliAiUrl({ environment: 'other', baseUrl })],
	])('of slashes in the Base URL of %s is read at once', (_service, complete) => {
		expect(complete(`https://example.com${'/'.repeat(length)}x`)).toMatch(/^https:\/\/example\.com\//);
		expect(complete('https://example.com/v1.0//')).not.toMatch(/\/$/);
	});
});

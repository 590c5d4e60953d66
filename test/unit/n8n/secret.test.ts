import { strikesOut } from '../../../n8n/client/secret';

const key = 'ak_live/4f9c+2d7b"81é';
const strike = strikesOut(key);
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('A key that a service echoes', () => {
	it('is struck out of a text, however often it stands there', () => {
		expect(strike(`Bad key ${key}, really ${key}.`, true)).toBe('Bad key [API key], really [API key].');
	});

	it('is struck out of every text and name of JSON, and nothing else is changed', () => {
		const body = { [`used ${key}`]: 1, errors: [null, true, { detail: [key, 'else'] }], index: 0 };
		expect(strike(body, false)).toEqual({
			'used [API key]': 1,
			errors: [null, true, { detail: ['[API key]', 'else'] }],
			index: 0,
		});
	});

	it.each([
		['in a URL', encodeURIComponent(key)],
		['in a URL, with small letters', encodeURIComponent(key).toLowerCase()],
		['in JSON', JSON.stringify(key).slice(1, -1)],
		['in JSON that escapes more', 'ak_live\\/4f9c+2d7b\\"81\\u00E9'],
		['in base64', base64(key)],
		['in base64 behind a login', base64(`me@example.com:${key}`)],
		['in base64 with something on both sides', base64(`api-key ${key} was sent`)],
		['in the base64 of URLs', Buffer.from(`login:${key}`).toString('base64url')],
	])('is struck out as it is written %s', (_where, spelling) => {
		const shown = String(strike(`before ${spelling} after`, true));
		expect(shown).toMatch(/^before .*\[API key\].* after$/);
		// What is left of base64 are the letters that the neighbours share with it.
		expect(shown.length).toBeLessThan('before [API key] after'.length + 24);
	});

	it('is looked for without copying an answer in which it is not', () => {
		const body = {
			results: [{ index: 0, contact: '+525510000001', name: 'María Fernanda López de la Cruz' }],
		};
		expect(strike(body, false)).toBe(body);
	});

	it('is looked for in an answer that is nested deeper than anything is read', () => {
		let body: unknown = 'end';
		for (let depth = 0; depth < 200_000; depth++) body = [body];
		expect(strike(body, false)).toBe(body);
	});

	it.each(['a', '1', 'api'])('and is as short as %j destroys no answer', (short) => {
		const body = { api: 'a campaign 1', results: ['api 1'] };
		expect(strikesOut(short)(body, true)).toBe(body);
	});

	it('and is short is struck out of a refusal as a word of its own, and of nothing else', () => {
		const strikeShort = strikesOut('test');
		expect(strikeShort({ message: 'Bad key "test" for the latest tests' }, true)).toEqual({
			message: 'Bad key "[API key]" for the latest tests',
		});
		const contact = { name: 'test' };
		expect(strikeShort(contact, false)).toBe(contact);
	});

	it('and has eight letters is long enough to be struck out of everything, also amid others', () => {
		expect(strikesOut('12345678')({ name: 'x12345678y' }, false)).toEqual({ name: 'x[API key]y' });
		expect(strikesOut('1234567')({ name: '1234567' }, false)).toEqual({ name: '1234567' });
	});

	it.each(['test1', '1test', 'étest', 'testé', 'tést'])(
		'and is short is not found in the word %s',
		(word) => {
			expect(strikesOut('test')(word, true)).toBe(word);
		},
	);

	it('that is all there is leaves its mark', () => {
		expect(strike(key, false)).toBe('[API key]');
		expect(strike([key], false)).toEqual(['[API key]']);
		expect(strike({ [key]: null }, false)).toEqual({ '[API key]': null });
	});

	it('is found in JSON however deep, and at any place of a list', () => {
		const body = [1, null, 'x', { a: [{ b: { c: ['y', key] } }] }, 'z'];
		expect(strike(body, false)).toEqual([1, null, 'x', { a: [{ b: { c: ['y', '[API key]'] } }] }, 'z']);
	});

	it('is found as the name of something in the depth', () => {
		expect(strike({ a: { [key]: 1 } }, false)).toEqual({ a: { '[API key]': 1 } });
	});

	it.each([5, true, null, undefined, 1n])('is not looked for in %p', (value) => {
		expect(strike(value, true)).toBe(value);
	});

	it.each([
		['control signs, in a URL', 'line\nbreak-key', 'line%0Abreak-key'],
		['control signs, in JSON', 'line\nbreak-key', 'line\\u000abreak-key'],
		['an emoji, as it stands', 'smile-😀-key', 'smile-😀-key'],
		['an emoji, in a URL', 'smile-😀-key', 'smile-%f0%9F%98%80-key'],
		['an emoji, in JSON', 'smile-😀-key', 'smile-\\ud83d\\uDE00-key'],
		['signs of patterns', 'a.b*c(d)[e]', 'a.b*c(d)[e]'],
	])('and holds %s, is struck out', (_what, secret, spelling) => {
		expect(strikesOut(secret)(`before ${spelling} after`, false)).toBe('before [API key] after');
	});

	it('is not taken for another that only looks like its pattern', () => {
		expect(strikesOut('a.b*c(d)[e]')('axbbc(d)[e]', true)).toBe('axbbc(d)[e]');
	});

	it.each(['base64', 'base64url'] as const)(
		'is struck out of %s that has signs of its own for it',
		(written) => {
			const secret = 'ÿÿÿ>>>???ûïþ';
			const spelling = Buffer.from(secret).toString(written);
			expect(spelling).toMatch(written === 'base64' ? /[+/]/ : /[-_]/);
			expect(strikesOut(secret)(`before ${spelling}`, false)).toMatch(/^before \[API key\].?$/);
		},
	);

	it('is found among other names', () => {
		expect(strike({ a: 1, [key]: 2, b: 3 }, false)).toEqual({ a: 1, '[API key]': 2, b: 3 });
	});
});

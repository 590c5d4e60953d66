import { strikesOut } from '../../../bulk/secret';

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
		const body = { results: [{ index: 0, contact: '+525510000001' }] };
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
});

import { bytesOf, shortened } from '../../../../n8n/agent/shortened';

describe('An object that has to fit', () => {
	it('is left as it is when it does', () => {
		const json = { a: null, b: '', c: [] };
		expect(shortened(json, 100)).toBe(json);
	});

	it('loses first what is empty', () => {
		const json = { id: 0, on: false, a: null, b: '', c: [], d: {}, text: 'x'.repeat(50) };
		expect(shortened(json, bytesOf(json) - 1)).toEqual({ id: 0, on: false, text: 'x'.repeat(50) });
	});

	it('loses then the ends of long texts and lists, however deep, and says so', () => {
		const json = { deep: { text: 'x'.repeat(1000), list: Array.from({ length: 30 }, (_, at) => at) } };
		expect(shortened(json, 900)).toEqual({
			deep: {
				text: `${'x'.repeat(600)}…`,
				list: [...Array.from({ length: 20 }, (_, at) => at), '… 10 more'],
			},
		});
	});

	it('loses in the end its last keys', () => {
		const json = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`key${at}`, at]));
		const short = shortened(json, 300);
		expect(bytesOf(short)).toBeLessThanOrEqual(300);
		expect(short).toMatchObject({ key0: 0, key1: 1 });
	});

	it('keeps what is small behind a value that is too large', () => {
		const data = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`key${at}`, at]));
		expect(shortened({ data, id: 5, status: 'ok' }, 600)).toEqual({ data: '…', id: 5, status: 'ok' });
	});

	it('is measured in bytes, and not in characters', () => {
		expect(bytesOf({ a: 'ñ' })).toBe(10);
	});
});

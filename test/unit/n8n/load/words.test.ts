import { duration, roughDuration } from '../../../../n8n/load/words';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

describe('How long a load took', () => {
	it.each([
		[999, undefined],
		[1000, '1 s'],
		[8400, '8 s'],
		[119 * second, '119 s'],
		[2 * minute, '2 min'],
		[3 * minute + 10 * second, '3 min 10 s'],
		[119 * minute + 59.8 * second, '2 h'],
		[2 * hour + 5 * minute, '2 h 5 min'],
		[3 * hour + 59.9 * minute, '4 h'],
	])('is %d ms in the words %p', (milliseconds, words) => {
		expect(duration(milliseconds)).toBe(words);
	});
});

describe('How long a load will take', () => {
	it.each([
		[0, '1 s'],
		[5600, '6 s'],
		[99 * second, '99 s'],
		[100 * second, '2 min'],
		[99 * minute, '99 min'],
		[100 * minute, '2 h'],
	])('is %d ms in the words "%s"', (milliseconds, words) => {
		expect(roughDuration(milliseconds)).toBe(words);
	});
});

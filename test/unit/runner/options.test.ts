import { readOptions, usage } from '../../../scripts/test/options';

describe('The options of npm test', () => {
	it('are all tests when there are none', () => {
		expect(readOptions([])).toEqual({ fast: false, help: false });
	});

	it.each([
		['--fast', { fast: true, help: false }],
		['--help', { fast: false, help: true }],
	])('include %s, which the help names', (word, expected) => {
		expect(readOptions([word])).toEqual(expected);
		expect(usage).toContain(word);
	});

	it.each([
		['--quick', "Unknown option '--quick'"],
		['pacer', "Unexpected argument 'pacer'"],
		['--fast=yes', "Option '--fast' does not take an argument"],
	])('do not include %s: it is named, and what there is', (word, what) => {
		expect(() => readOptions([word])).toThrow(`${what}\n\n${usage}`);
	});
});

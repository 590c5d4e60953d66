import { readOptions as readStart, usage as startUsage } from '../../../scripts/start/options';
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

describe('The options of npm start', () => {
	it('are n8n on its own port, until Ctrl-C, when there are none', () => {
		expect(readStart([])).toEqual({ once: false, help: false, port: 5678 });
	});

	it.each([
		[['--once'], { once: true }],
		[['--help'], { help: true }],
		[['--port', '5700'], { port: 5700 }],
	])('include %j, which the help names', (words, expected) => {
		expect(readStart(words)).toMatchObject(expected);
		expect(startUsage).toContain(words[0]);
	});

	it.each([
		[['--quick'], "Unknown option '--quick'"],
		[['demo'], "Unexpected argument 'demo'"],
		[['--port'], "Option '--port <value>' argument missing"],
		[['--port', 'many'], '--port must be a whole number'],
		[['--port', '70000'], '--port must be 1 to 65535'],
	])('do not include %j: it is named, and what there is', (words, what) => {
		expect(() => readStart(words)).toThrow(`${what}\n\n${startUsage}`);
	});
});

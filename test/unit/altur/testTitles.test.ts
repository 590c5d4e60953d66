import { titlesOfTests } from './testTitles';

describe('The titles of tests that run', () => {
	it.each([
		["it('adds a contact', () => {});"],
		["test('adds a contact', async () => {});"],
		["describe('Altur', () => { it('adds a contact', () => {}); });"],
		["it.each([1, 2])('adds a contact', () => {});"],
		["describe.each(['a'])('Altur %s', () => { it.each`a | b`('adds a contact', () => {}); });"],
	])('include one that is written as %s', (source) => {
		expect(titlesOfTests(source)).toEqual(['adds a contact']);
	});

	it('are read without their backslashes, and with the marks of a table', () => {
		expect(titlesOfTests("it.each([1])('sends the page\\'s example (%s)', () => {});")).toEqual([
			"sends the page's example (%s)",
		]);
	});

	it.each([
		["// it('adds a contact', () => {});"],
		["/* it('adds a contact', () => {}); */"],
		["it.skip('adds a contact', () => {});"],
		["xit('adds a contact', () => {});"],
		["it.todo('adds a contact');"],
		["it('adds a contact');"],
		["it.failing('adds a contact', () => {});"],
		["it.skip.each([1])('adds a contact', () => {});"],
		["it.each([1]).skip('adds a contact', () => {});"],
		["describe.skip('Altur', () => { it('adds a contact', () => {}); });"],
		["xdescribe('Altur', () => { it('adds a contact', () => {}); });"],
		["expect(text).toBe('adds a contact');"],
	])('leave out one that is only %s', (source) => {
		expect(titlesOfTests(source)).toEqual([]);
	});
});

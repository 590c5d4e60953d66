import { matchByKey } from '../../../bulk/results';
import type { RowResult } from '../../../bulk/rows';

const missing: RowResult = { status: 'failed' };
const answered = (key: string, status: string) => ({ key, result: { status } });

describe('Results that are matched by contact', () => {
	it('find their rows in any order, and leave the missing result to the others', () => {
		const results = matchByKey(['a', 'b', 'c'], [answered('c', 'added'), answered('a', 'updated')], missing);
		expect(results.map(({ status }) => status)).toEqual(['updated', 'failed', 'added']);
	});

	it('are shared by all rows of a contact when there is one', () => {
		const results = matchByKey(['a', 'a', 'a'], [answered('a', 'added')], missing);
		expect(results.map(({ status }) => status)).toEqual(['added', 'added', 'added']);
	});

	it('go to the rows of a contact in turn when there are several, the last to those that are left', () => {
		const results = matchByKey(['a', 'a', 'a'], [answered('a', 'added'), answered('a', 'updated')], missing);
		expect(results.map(({ status }) => status)).toEqual(['added', 'updated', 'updated']);
	});

	it('that belong to no row are passed over', () => {
		expect(matchByKey(['a'], [answered('z', 'added')], missing)).toEqual([missing]);
	});
});

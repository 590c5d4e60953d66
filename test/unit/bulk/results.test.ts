import { matchByIndex, noResult } from '../../../bulk/results';

describe('Results', () => {
	const result = (id: string) => ({ status: 'created', id });

	it('belong to rows by their index, whatever their order', () => {
		const answered = [2, 0, 1].map((index) => ({ index, result: result(String(index)) }));
		expect(matchByIndex(3, answered).map(({ id }) => id)).toEqual(['0', '1', '2']);
	});

	it('that are missing become NO_RESULT', () => {
		expect(matchByIndex(2, [{ index: 1, result: result('b') }])).toEqual([noResult, result('b')]);
		expect(noResult.problem?.code).toBe('NO_RESULT');
	});

	it('for rows that were not sent are ignored', () => {
		const answered = [-1, 2, 7].map((index) => ({ index, result: result('x') }));
		expect(matchByIndex(2, answered)).toEqual([noResult, noResult]);
	});
});

import { brokenPromises } from '../../../scripts/fidelity/promises';

const rows = [{ section: 'GET /campaigns', names: ['status', 'INVALID_STATUS', '`x`'], tests: ['G1'] }];
const listed = (title: string) => new Map([['G1', { file: 'test/node/list.test.ts', title }]]);
const ran = (title: string, passed = true, file = 'test/node/list.test.ts') => ({ file, title, passed });

describe('A row of docs/engineering/fidelity.md', () => {
	it('is kept by a test that ran and passed', () => {
		expect(brokenPromises(rows, listed('filters'), [ran('filters')])).toEqual([]);
	});

	it.each([
		['did not run', [], 'was not run'],
		['was skipped, or failed', [ran('filters', false)], 'failed, or was skipped'],
		['is another one', [ran('filters by name')], 'was not run'],
		['stands in another file', [ran('filters', true, 'test/node/other.test.ts')], 'was not run'],
	])('is not kept by a test that %s', (_, tests, state) => {
		expect(brokenPromises(rows, listed('filters'), tests)).toEqual([
			`GET /campaigns: status, INVALID_STATUS, \`x\`: G1 ${state} (test/node/list.test.ts, ^filters$).`,
		]);
	});

	it('is kept by all cases of a test with values in its title, or not at all', () => {
		const title = listed('filters by %s (%i)');
		expect(brokenPromises(rows, title, [ran('filters by status (1)'), ran('filters by agent (2)')])).toEqual(
			[],
		);
		expect(
			brokenPromises(rows, title, [ran('filters by status (1)'), ran('filters by agent (2)', false)]),
		).toHaveLength(1);
	});

	it('that names codes needs a case of each code', () => {
		const title = listed('with $code says why');
		expect(brokenPromises(rows, title, [ran('with INVALID_STATUS says why')])).toEqual([]);
		expect(brokenPromises(rows, title, [ran('with NOT_FOUND says why')])).toHaveLength(1);
	});

	it('is not kept by a mark that is not in the list', () => {
		expect(brokenPromises(rows, new Map(), [])).toEqual([
			'GET /campaigns: status, INVALID_STATUS, `x` refers to G1, which is not listed.',
		]);
	});
});

import { sayMostFailed } from '../../../../n8n/load/mostFailed';
import { Tally } from '../../../../n8n/load/tally';

const created = { status: 'created' };
const failed = (code: string, message = `Reason ${code}.`) => ({
	status: 'failed',
	problem: { code, message },
});
const many = <Result>(count: number, result: Result) => Array.from({ length: count }, () => result);

describe('What is said of a load most of whose rows failed', () => {
	it('is nothing while half of them did well', () => {
		expect(sayMostFailed(Tally.of([]))).toBeUndefined();
		expect(sayMostFailed(Tally.of([...many(5, created), ...many(5, failed('NO'))]))).toBeUndefined();
	});

	it('is the share, and the commonest reason with the first row that has it', () => {
		const rows = [
			...many(3, created),
			failed('RARE'),
			failed('OFTEN', 'First.'),
			...many(3, failed('OFTEN', 'Later.')),
		];
		expect(sayMostFailed(Tally.of(rows))).toBe(
			'62 % of the rows failed, 4 of them with OFTEN, such as: First.',
		);
	});

	it('is that all failed, or the only one', () => {
		expect(sayMostFailed(Tally.of(many(1200, failed('NO'))))).toBe(
			'All 1,200 rows failed with NO, such as: Reason NO.',
		);
		expect(sayMostFailed(Tally.of([failed('NO')]))).toBe('The only row failed, NO: Reason NO.');
	});

	it('leaves out of account what nobody wanted to be sent', () => {
		const rows = [...many(10, { status: 'suppressed' }), ...many(10, { status: 'not_sent' }), failed('NO')];
		expect(sayMostFailed(Tally.of(rows))).toMatch(/^The only row failed/);
	});

	it('says why rows failed, not that others were not sent after them', () => {
		const rows = [failed('UNAUTHORIZED'), ...many(9, failed('NOT_SENT'))];
		expect(sayMostFailed(Tally.of(rows))).toBe(
			'All 10 rows failed, 1 of them with UNAUTHORIZED, such as: Reason UNAUTHORIZED.',
		);
	});

	it('shows nothing of a row as HTML, and no more than fits', () => {
		const said = sayMostFailed(Tally.of([failed('NO', `<script>${'x'.repeat(500)}</script>`)]));
		expect(said).not.toMatch(/[<>]/);
		expect(said?.length).toBeLessThan(260);
	});
});

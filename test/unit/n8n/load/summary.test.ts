import { summarize } from '../../../../n8n/load/summary';
import { Tally } from '../../../../n8n/load/tally';

const statuses = [
	{ status: 'created', label: 'Created' },
	{ status: 'skipped_duplicate', label: 'Skipped' },
	{ status: 'failed', label: 'Failed' },
];
const calm = { requests: 3, throttled: 0, retried: 0 };

const rowsOf = (count: number, status: string, code = 'INVALID_PHONE_NUMBER') =>
	Array.from({ length: count }, () => ({
		status,
		...(status === 'failed' && { problem: { code, message: '' } }),
	}));

const sum = (more: Partial<Parameters<typeof summarize>[0]> = {}) =>
	summarize({
		service: 'Altur',
		statuses,
		tally: Tally.of([
			...rowsOf(1900, 'created'),
			...rowsOf(80, 'skipped_duplicate'),
			...rowsOf(20, 'failed'),
		]),
		counts: calm,
		elapsedMs: 2300,
		whereReasonsAre: 'Each failed row says why.',
		...more,
	});

describe('The sum of a load', () => {
	it('says rows by status, requests and seconds, and where the reasons of failed rows are', () => {
		expect(sum()).toBe(
			'1,900 created, 80 skipped, 20 failed, in 3 requests and 2 s. Each failed row says why.',
		);
	});

	it('says nothing of the time when it was less than a second', () => {
		expect(
			sum({ elapsedMs: 400, tally: Tally.of(rowsOf(2, 'created')), counts: { ...calm, requests: 1 } }),
		).toBe('2 created, in 1 request.');
	});

	it('says how often the service asked to slow down, and how many requests were sent again', () => {
		const counts = { requests: 1205, throttled: 1100, retried: 5 };
		expect(sum({ tally: Tally.of(rowsOf(1, 'created')), counts })).toBe(
			'1 created, in 1,205 requests and 2 s. Altur asked 1,100 times to slow down. 5 sent again after a broken connection or outage.',
		);
		expect(sum({ counts: { ...calm, throttled: 1 } })).toContain('Altur asked once to slow down.');
	});

	it('tells rows that were not sent from those that the service refused', () => {
		const tally = Tally.of([...rowsOf(50, 'failed'), ...rowsOf(4700, 'failed', 'NOT_SENT')]);
		expect(sum({ tally, whereReasonsAre: undefined })).toBe(
			'4,750 failed (4,700 of them not sent), in 3 requests and 2 s.',
		);
		expect(sum({ tally: Tally.of(rowsOf(4500, 'failed', 'NOT_SENT')), whereReasonsAre: undefined })).toBe(
			'4,500 not sent, in 3 requests and 2 s.',
		);
	});
});

import { progressLine, stoppedLine, type LoadUnderWay } from '../../../../n8n/load/progressLine';

const line = (more: Partial<LoadUnderWay> = {}) =>
	progressLine({
		service: 'Altur',
		rows: 100_000,
		settled: 34_000,
		failed: 0,
		requests: 34,
		elapsedMs: 3000,
		...more,
	});

describe('The line about a load under way', () => {
	it('says how many rows are done, of how many, in how many requests, and how long the others will take', () => {
		expect(line()).toBe('34,000 of 100,000 rows done, in 34 requests; about 6 s more.');
	});

	it('says how many of the rows have failed, so that a load that comes to nothing can be stopped', () => {
		expect(line({ failed: 1200 })).toBe(
			'34,000 of 100,000 rows done, 1,200 of them failed, in 34 requests; about 6 s more.',
		);
	});

	it('estimates nothing before the first row is done', () => {
		expect(line({ settled: 0, requests: 1 })).toBe('0 of 100,000 rows done, in 1 request.');
	});

	it('says that the service asks to slow down while a request waits for that', () => {
		expect(line({ wait: { milliseconds: 60_000, why: 'throttled' } })).toBe(
			'34,000 of 100,000 rows done, in 34 requests; Altur asks to slow down, so a request waits 60 s.',
		);
	});

	it('says when a request is sent again after an outage', () => {
		expect(line({ wait: { milliseconds: 16_000, why: 'unavailable' } })).toBe(
			'34,000 of 100,000 rows done, in 34 requests; a request is sent again in 16 s, after a broken connection or outage.',
		);
	});
});

describe('The line about a load that is stopped', () => {
	it('says how far it was, and where the end of the requests under way is told', () => {
		expect(stoppedLine({ rows: 2000, settled: 500, failed: 12, requests: 10 })).toBe(
			"Stopped with 500 of 2,000 rows done, 12 of them failed, in 10 requests. What came of the requests under way then is in n8n's log.",
		);
	});
});

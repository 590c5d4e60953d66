import { RowFindings } from '../../../../../bulk/rowFindings';
import { withTrialStatuses } from '../../../../../n8n/form/trial';
import { Tally } from '../../../../../n8n/load/tally';
import { sumUpCheck } from '../../../../../n8n/load/trial/checkSum';

const statuses = withTrialStatuses(
	[
		{ status: 'created', label: 'Created' },
		{ status: 'failed', label: 'Failed' },
		{ status: 'suppressed', label: 'Suppressed', inBranchOf: 'created' },
	],
	'created',
);
const rowsOf = (status: string, count: number) => Array.from({ length: count }, () => ({ status }));

const sum = (more: Partial<Parameters<typeof sumUpCheck>[0]> = {}) =>
	sumUpCheck({
		statuses,
		tally: Tally.of([...rowsOf('ready', 1900), ...rowsOf('failed', 80), ...rowsOf('suppressed', 20)]),
		requests: 2,
		pace: { requests: 12, windowMs: 1000 },
		findings: new RowFindings(),
		...more,
	});

describe('The sum of a check', () => {
	it('says first that nothing was sent, then the counts, and last how to load', () => {
		expect(sum()).toBe(
			'This was a trial: nothing was sent. 1,900 ready, 80 failed, 20 suppressed; 2 requests, about 1 s. Each failed row says why. For the real run, switch Options > Trial off.',
		);
	});

	it.each([
		[{ requests: 100, pace: { requests: 1, windowMs: 1000 } }, '100 requests, about 99 s.'],
		[{ requests: 31, pace: { requests: 10, windowMs: 60_000 } }, '31 requests, about 3 min.'],
		[{ requests: 1, pace: { requests: 10, windowMs: 60_000 } }, '1 request, about 1 s.'],
		[{ requests: 0 }, '0 requests.'],
	])('says how long the requests take at their pace: %p', (more, said) => {
		expect(sum(more)).toContain(`; ${said}`);
	});

	it('says nothing of External IDs where none is mapped', () => {
		const findings = new RowFindings();
		findings.note({ number: '+525510000000' });
		findings.note({ number: '+525510000001' });
		expect(sum({ findings })).toBe(sum());
		expect(sum({ findings, externalId: 'External ID' })).toContain('2 rows have no External ID.');
	});

	it('says what becomes of the columns', () => {
		expect(sum({ ofColumns: 'The column Saldo fills nothing.' })).toContain(
			'says why. The column Saldo fills nothing. For the real run',
		);
	});

	it('says what the load would do besides', () => {
		expect(sum({ besides: 'And more.' })).toContain('says why. And more. For the real run');
	});
});

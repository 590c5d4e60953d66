import { readJestReport } from '../../../scripts/test/jestReport';

interface Suite {
	file: string;
	tests: Array<[title: string, status: string]>;
}

/** As jest writes it with --json. */
const report = (suites: Suite[], more: { numRuntimeErrorTestSuites?: number } = {}) => {
	const statuses = suites.flatMap(({ tests }) => tests.map(([, status]) => status));
	const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
	return JSON.stringify({
		numPassedTests: count('passed'),
		numFailedTests: count('failed'),
		numRuntimeErrorTestSuites: 0,
		testResults: suites.map(({ file, tests }) => ({
			name: `/home/ana/n8n-nodes-altur/${file}`,
			assertionResults: tests.map(([fullName, status]) => ({ title: fullName, fullName, status })),
		})),
		...more,
	});
};
const pacer: Suite = {
	file: 'test/unit/bulk/pace/pacer.test.ts',
	tests: [['The pacer keeps the limit', 'passed']],
};
const queue = (status: string): Suite => ({
	file: 'test/server/queueMode.test.ts',
	tests: [['queue mode (needs redis-server: apt-get install redis-server) loads the sheet', status]],
});

describe('The report of jest', () => {
	it('tells how many tests passed and failed', () => {
		const failing: Suite = {
			file: 'test/unit/bulk/request/send.test.ts',
			tests: [['Sending waits', 'failed']],
		};
		expect(readJestReport(report([pacer, failing]), ['unit'])).toEqual({
			passed: 1,
			failed: 1,
			skipped: [],
			problems: [],
		});
	});

	it.each(['pending', 'todo', 'skipped', 'disabled'])('names the tests that are %s', (status) => {
		const read = readJestReport(report([queue(status)]), ['server']);
		expect(read).toMatchObject({ passed: 0, failed: 0 });
		expect(read.skipped).toEqual([
			'queue mode (needs redis-server: apt-get install redis-server) loads the sheet',
		]);
	});

	it('counts a suite that cannot be loaded as a failed test', () => {
		const broken: Suite = { file: 'test/unit/bulk/broken.test.ts', tests: [] };
		expect(readJestReport(report([pacer, broken], { numRuntimeErrorTestSuites: 1 }), ['unit']).failed).toBe(
			1,
		);
	});

	it('fails a project without tests, though others have some', () => {
		expect(readJestReport(report([pacer]), ['unit', 'node'])).toMatchObject({
			passed: 1,
			failed: 1,
			problems: ['The project "node" has no tests.'],
		});
	});

	it('finds the tests of a project in the sister packages too, and on Windows', () => {
		const sister: Suite = { file: 'packages\\oliai\\test\\node\\faults.test.ts', tests: [['a', 'passed']] };
		expect(readJestReport(report([sister]), ['node'])).toMatchObject({ failed: 0, problems: [] });
	});
});

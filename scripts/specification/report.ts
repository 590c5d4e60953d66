import type { FormReport } from './nodeRuns';
import type { SandboxReport } from './sandboxAnswers';
import { countsByStatus, table } from './table';

function listed(violations: ReadonlyArray<readonly [string, string[]]>): string[] {
	return violations.flatMap(([where, what]) => what.map((violation) => `  x ${where}: ${violation}`));
}

/** What came of the node, as a person reads it. */
export function nodeReport(reports: readonly FormReport[]): string {
	const rows = reports.map(({ form, operations, requests, violations, read }) => [
		form,
		operations.join(', '),
		String(requests),
		String(violations.length),
		countsByStatus(read),
	]);
	return [
		"The node, in n8n's engine, against a mock of the file",
		table(['form', 'operation', 'requests', 'violations', 'answers read'], rows),
		...listed(reports.map(({ form, violations }) => [form, violations])),
	].join('\n');
}

/** What came of the sandbox; `codes` are those that the file lists. */
export function sandboxReport(report: SandboxReport, codes: readonly string[]): string {
	const rows = report.operations.map(({ operation, answers, violations }) => [
		operation,
		countsByStatus(answers),
		String(violations.length),
	]);
	const unseen = codes.filter((code) => !report.codes.has(code));
	const own = [...report.codes].filter((code) => !codes.includes(code));
	return [
		'The answers of the sandbox, against the schemas of the file',
		table(['operation', 'answers', 'violations'], rows),
		...listed(report.operations.map(({ operation, violations }) => [operation, violations])),
		'Exceptions, answered though no operation lists them:',
		...[...report.exceptions].map(([why, count]) => `  ! ${why} (${count})`),
		`Codes of the file: ${codes.length - unseen.length} of ${codes.length}; never answered: ${unseen.join(', ') || 'none'}`,
		`Codes that the file does not list: ${own.join(', ') || 'none'}`,
	].join('\n');
}

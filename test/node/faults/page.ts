import type { Trial } from './trial';

/** docs/reliability.md: what the trials came to. */
export function reliabilityPage(passing: readonly Trial[], final: readonly Trial[]): string {
	return `# When things go wrong

How "Add to Campaign" behaves under faults. The tests that make these faults (\`test/node/faults.test.ts\`) write this
page; they fail when it is no longer true. Each one runs the built node in n8n's engine against the sandbox and loads
six rows in three requests; the fault hits the second one, where nothing else is said. "Add From File" is put through the
same faults by the same tests: no row is lost and none doubled there either.

- **What the person sees** leaves out how long the run took.
- **Requests** are counted at the sandbox, repeated ones included.
- **Stored** are the rows in Altur when the run has ended; **after a retry** those after "Retry execution" without the
  fault, or, where the run went on, after loading its failed rows once more.
- **Lost** are rows that are not in Altur in the end although nothing told so.
- **Doubled** are rows that Altur got a second time as new ones, in the execution or its retry. Repeated requests carry
  the same Idempotency-Key, so Altur repeats its answer instead.

## Faults that pass

Nobody has to do anything: the node waits and sends again, five times at most, five minutes at most.

${table(passing)}

## Faults that need somebody

${table(final)}
`;
}

function table(trials: readonly Trial[]): string {
	const rows = trials.map(({ name, sees, requests, stored, storedAfterRetry, lost, doubled }) =>
		[name, sees.replaceAll('|', '\\|'), requests, stored, storedAfterRetry ?? '', lost, doubled].join(' | '),
	);
	return [
		'| Fault | What the person sees | Requests | Stored | After a retry | Lost | Doubled |',
		'| --- | --- | ---: | ---: | ---: | ---: | ---: |',
		...rows.map((row) => `| ${row} |`),
	].join('\n');
}

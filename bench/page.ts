import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { nodeForN8n, n8nScript } from '../scripts/n8n-host/folder';
import { besideTable } from './beside/report';
import { filesSection } from './file/section';
import type { FileRound } from './file/round';
import type { Waited } from './beside/round';
import { roundTables } from './contenders/report';
import type { Round } from './contenders/round';
import { usual } from './latencies';
import { queueTable } from './queue/report';
import type { QueueRound } from './queue/round';

/** All that was measured in one run. */
export interface Measurements {
	rounds: readonly Round[];
	queueRounds: readonly QueueRound[];
	waited: readonly Waited[];
	files: readonly FileRound[];
}

function run(...args: string[]): string {
	return execFileSync(nodeForN8n(), args, { encoding: 'utf8' }).trim();
}

/** Writes docs/engineering/benchmarks.md. */
export function toPage({ rounds, queueRounds, waited, files }: Measurements): string {
	return `# Benchmarks

Made by \`npm run bench\`, in one run but for what a section says of itself. Altur is the sandbox of this repository, a process of its own that enforces 12 requests
in any second; n8n is real. How long an answer takes stands over each table: always the same, or log-normally spread around a
median, by a seed, so that all contenders meet the same latencies in the same order.

**Ratio to the ideal** is the time from the first to the last accepted request, by when they arrived, divided by the time that so many
take when they arrive evenly, 12 a second: 1.00 is a service kept exactly busy. [The pace, simulated](pace.md), has the same
measure, for other limits and more processes. Few requests may come to less than 1.00, where twelve leave at once.

Machine: ${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB. n8n ${run(n8nScript, '--version')}, Node ${run('--version')}.

![Seconds and memory by number of rows, and the time of the requests by latency](benchmarks.svg)

## Beside what people build without the node

The contenders take turns, each run a fresh \`n8n execute\`. "Nodes that do the job" is what n8n recorded for the nodes between the rows and
the results; "Whole process" includes the start of n8n and the making of the rows. CPU and memory are those of the n8n process.

${roundTables(rounds)}
${filesSection(files)}## Queue mode: several workers with one key

A real n8n in queue mode, with Redis and PostgreSQL. The rows are shared out to as many executions as there are workers, one in each,
that start to send at the same moment; no worker knows of the others. Answers take ${usual.label}. Of several runs the mean, and the worst in
brackets. A refused request is sent again.

${queueTable(queueRounds)}
## Something small beside something large

A run of 20 rows is started, and the list of campaigns opened in a form, while 100,000 rows are under way in the same n8n server.
A run waits from the start of its node, a list from when the editor asks n8n, until its first request arrives at Altur. A turn is a
request of the large run that arrived before it. The mean, and the worst in brackets.

${besideTable(waited)}`;
}

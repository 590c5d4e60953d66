import { constant } from '../latencies';
import { fileTable } from './report';
import type { FileRound } from './round';

const title = '## Files of any size\n';
const nextTitle = '## Queue mode';

/** Writes what docs/engineering/benchmarks.md says of files. */
export function filesSection(files: readonly FileRound[]): string {
	return `${title}
A CSV file of six columns that n8n reads from its disk; one row in a thousand has no phone number, and one has that of an earlier row.
A server for each line, with a heap as small as it says; answers take ${constant.label}. "Peak above it" is the most memory of the n8n
process beyond what it had when idle. \`/healthz\` is asked ten times a second. Each line of the file of results is compared with
what must have become of the row. \`npm run bench -- --file\` measures this part anew.

${fileTable(files)}
`;
}

/** Puts the section into a page that was written before, in the place of the one that it has. */
export function withFilesSection(page: string, section: string): string {
	const end = page.indexOf(nextTitle);
	if (end < 0) throw new Error(`The page has no "${nextTitle}"`);
	const begin = page.indexOf(title);
	return page.slice(0, begin < 0 ? end : begin) + section + page.slice(end);
}

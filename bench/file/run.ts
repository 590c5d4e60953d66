import type { SandboxProcess } from '../sandboxProcess';
import { fileTable } from './report';
import { runFileRound, type FileRound } from './round';

const smallHeap = 512;
const asItems = 'Extract From File + Add to Campaign';

const plan: Array<Pick<FileRound, 'way' | 'rows' | 'heapMegabytes'>> = [
	{ way: 'Add From File', rows: 100_000, heapMegabytes: smallHeap },
	{ way: asItems, rows: 100_000 },
	{ way: 'Add From File', rows: 1_000_000, heapMegabytes: smallHeap },
	{ way: 'Add From File', rows: 1_000_000 },
	{ way: asItems, rows: 1_000_000 },
	{ way: 'Add From File', rows: 5_000_000, heapMegabytes: smallHeap },
];

/**
 * Loads files in a real n8n server, as a stream and as items.
 *
 * @param mostRows larger ones are left out
 * @param tell receives each round as it ends
 */
export async function runFiles(
	sandbox: SandboxProcess,
	tell: (text: string) => void,
	mostRows = Infinity,
): Promise<FileRound[]> {
	const rounds: FileRound[] = [];
	for (const one of plan.filter(({ rows }) => rows <= mostRows)) {
		const round = await runFileRound(sandbox, one);
		rounds.push(round);
		tell(fileTable([round]));
	}
	return rounds;
}

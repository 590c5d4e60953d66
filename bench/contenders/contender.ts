import type { BenchNode } from '../workflow';

/** One way to bring rows to Altur. */
export interface Contender {
	/** As in the tables. */
	label: string;
	id: string;
	/** Most rows that it is asked for: a slow one would need hours for more. */
	mostRows: number;
	/** Its nodes that do the job, in their order, behind the rows. */
	nodes(baseUrl: string, campaignId: number): BenchNode[];
}

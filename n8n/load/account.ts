import type { IExecuteFunctions } from 'n8n-workflow';
import { realClock } from '../../bulk/clock';
import type { Progress } from '../../bulk/progress';
import type { Client } from '../../bulk/request/send';
import type { StatusLabel } from '../form/outputField';
import { LineSpacing } from './lineSpacing';
import type { ItemResult } from './outputs';
import { progressLine } from './progressLine';
import { summarize } from './summary';

/** What n8n takes as custom data of an execution: a key of letters, digits and underscores, and a value without a warning. */
const mostKeyCharacters = 50;
const mostValueCharacters = 255;
const keyEnding = '_load';

/** Whose load is accounted for. */
interface Loader {
	/** The service's name, as people write it. */
	service: string;
	/** In the order in which they are counted. */
	statuses: readonly StatusLabel[];
	/** What has been done before in the same run, a sentence, when this is not its first load. */
	before?: string;
}

/** How a load came to its end. */
type Ending = 'finished' | 'stopped' | 'failed';

const endings: Record<Ending, string> = {
	finished: '',
	stopped: 'Stopped after ',
	failed: 'Ended by a failed request after ',
};

/**
 * Tells of a load wherever n8n has a place for it while a node runs, and of its end where that outlives a Stop or an
 * error: nothing comes out of the node then.
 *
 * - n8n's log: a line every few seconds, and the account of a load that had one, was stopped, or failed.
 * - The browser's console, in a run by hand: the same lines.
 * - The execution's custom data: the newest line, and in the end the account, under the name of the node.
 */
export class LoadAccount {
	private readonly clock = realClock;
	private readonly startedMs = this.clock.now();
	private isTold = false;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly loader: Loader,
	) {}

	/**
	 * Begins to follow a load.
	 *
	 * @param rows of the load
	 * @returns what is to be told of its progress
	 */
	follow(rows: number, { counts, clock = realClock }: Client): (progress: Progress) => void {
		const spacing = new LineSpacing(clock);
		const startedMs = clock.now();
		const { service } = this.loader;
		return (progress) => {
			// The last row is told by the account.
			if (progress.settled >= rows || !spacing.isDue(progress.wait?.milliseconds)) return;
			const elapsedMs = clock.now() - startedMs;
			const { requests } = counts;
			const line = progressLine({ ...progress, service, rows, requests, elapsedMs });
			this.isTold = true;
			this.tell(line);
		};
	}

	/**
	 * Closes the account.
	 *
	 * @param results of all rows, also of those that were not sent
	 * @returns the sum, for the person
	 */
	close(ending: Ending, results: readonly ItemResult[], { counts }: Client): string {
		const elapsedMs = this.clock.now() - this.startedMs;
		const { service, statuses } = this.loader;
		const isHandedOn = ending === 'finished';
		const summary = summarize({ service, statuses, results, counts, elapsedMs, isHandedOn });
		const account = `${endings[ending]}${summary}`;
		if (this.isTold || ending !== 'finished') this.tell(account);
		else this.keep(account);
		return summary;
	}

	private tell(news: string): void {
		const { name } = this.context.getNode();
		const { service, before } = this.loader;
		const line = before === undefined ? news : `${before} ${news}`;
		this.context.logger.info(
			`${service}, execution ${this.context.getExecutionId()}, node "${name}": ${line}`,
		);
		this.context.sendMessageToUI(line);
		this.keep(line);
	}

	/** n8n saves custom data when an execution ends, and when it is stopped. */
	private keep(line: string): void {
		const { name } = this.context.getNode();
		const words = name.replace(/[^\p{L}\p{N}\p{M}_]+/gu, '_');
		const key = `${words.slice(0, mostKeyCharacters - keyEnding.length)}${keyEnding}`;
		try {
			this.context.customData.set(key, line.slice(0, mostValueCharacters));
		} catch {
			// Older versions of n8n have no custom data for nodes. The load is worth more than the account of it.
		}
	}
}

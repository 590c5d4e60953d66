import type { IExecuteFunctions } from 'n8n-workflow';
import { realClock } from '../../bulk/clock';
import type { Progress } from '../../bulk/progress';
import type { Client } from '../../bulk/request/send';
import type { StatusLabel } from '../form/outputField';
import { LineSpacing } from './lineSpacing';
import { progressLine, stoppedLine } from './progressLine';
import { eachSaysWhy, summarize } from './summary';
import type { Tally } from './tally';

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
	/** Where each failed row says why, a sentence, when that is not in the row itself. */
	whereReasonsAre?: string;
	/** A trial is told of in any case: of one that is forgotten on a schedule, nobody would know. */
	isTrial?: boolean;
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
	private early = '';

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly loader: Loader,
	) {}

	/**
	 * Follows a load to its end.
	 *
	 * @param rows of the load; undefined when nobody knows how many there are
	 * @param run the load, which tells of its progress
	 * @returns what the load returns
	 */
	async follow<Report>(
		rows: number | undefined,
		{ counts, signal, clock = realClock }: Client,
		run: (onProgress: (progress: Progress) => void) => Promise<Report>,
	): Promise<Report> {
		const spacing = new LineSpacing(clock);
		const startedMs = clock.now();
		const { service } = this.loader;
		let newest: Progress = { settled: 0, failed: 0 };
		const onProgress = (progress: Progress) => {
			newest = progress;
			// The last row is told by the account, and so is what ends after Stop.
			const isAll = rows !== undefined && progress.settled >= rows;
			if (signal?.aborted || isAll || !spacing.isDue(progress.wait?.milliseconds)) return;
			const elapsedMs = clock.now() - startedMs;
			const { requests } = counts;
			this.isTold = true;
			this.tell(progressLine({ ...progress, service, rows, requests, elapsedMs }));
		};
		// When Stop is pressed, n8n saves the custom data there is at that moment, and none that comes later.
		const onStop = () => this.keep(stoppedLine({ ...newest, rows, requests: counts.requests }));
		signal?.addEventListener('abort', onStop, { once: true });
		try {
			return await run(onProgress);
		} finally {
			signal?.removeEventListener('abort', onStop);
		}
	}

	/** Milliseconds since the account was opened. */
	get elapsedMs(): number {
		return this.clock.now() - this.startedMs;
	}

	/** The load has ended before all was sent. @param why a sentence for the person */
	endsEarly(why: string): void {
		this.early = ` ${why}`;
	}

	/**
	 * Closes the account.
	 *
	 * @param tally of all rows, also of those that were not sent
	 * @returns the sum, for the person
	 */
	close(ending: Ending, tally: Tally, { counts }: Client): string {
		const { elapsedMs } = this;
		const { service, statuses, isTrial, whereReasonsAre = eachSaysWhy } = this.loader;
		const sum = summarize({
			service,
			statuses,
			tally,
			counts,
			elapsedMs,
			whereReasonsAre: ending === 'finished' ? whereReasonsAre : undefined,
		});
		const summary = `${sum}${this.early}`;
		const account = `${endings[ending]}${summary}`;
		if (this.isTold || isTrial || ending !== 'finished') this.tell(account);
		else this.keep(account);
		return summary;
	}

	/** Tells of something at once. @param news a line for the person */
	tell(news: string): void {
		const { name } = this.context.getNode();
		const line = this.withWhatWasBefore(news);
		this.context.logger.info(
			`${this.loader.service}, execution ${this.context.getExecutionId()}, node "${name}": ${line}`,
		);
		this.context.sendMessageToUI(line);
		this.keep(news);
	}

	private withWhatWasBefore(news: string): string {
		const { before } = this.loader;
		return before === undefined ? news : `${before} ${news}`;
	}

	/** n8n saves custom data when an execution ends, and when it is stopped. */
	private keep(news: string): void {
		const { name } = this.context.getNode();
		const words = name.replace(/[^\p{L}\p{N}\p{M}_]+/gu, '_');
		const key = `${words.slice(0, mostKeyCharacters - keyEnding.length)}${keyEnding}`;
		try {
			this.context.customData.set(key, this.withWhatWasBefore(news).slice(0, mostValueCharacters));
		} catch {
			// Older versions of n8n have no custom data for nodes. The load is worth more than the account of it.
		}
	}
}

import type { FailedBatch } from '../deliver';
import type { FailureKind } from './failure';

/** Failures after which no other request of this execution can go better. */
const endsAll: ReadonlySet<FailureKind> = new Set(['cancelled', 'unauthorized', 'paymentRequired']);
/** Failures after which no other request of the same group can go better. */
const endsGroup: ReadonlySet<FailureKind> = new Set(['notFound', 'forbidden']);
/** Failures that say nothing about the request, but that the service is down or has too much to do. */
const showsOutage: ReadonlySet<FailureKind> = new Set([
	'unreachable',
	'unavailable',
	'unreadable',
	'throttled',
]);
/** So many batches in a row that the service did not take mean that it is down. */
const downAfter = 3;

/** Whether no other request of the same group can go better after such a failure. */
export function endsGroupOrAll(kind: FailureKind): boolean {
	return endsAll.has(kind) || endsGroup.has(kind);
}

/** Decides, after requests that finally failed, which batches are still worth sending. */
export class Gate {
	private readonly inside = new Set<{ group: string; closing: AbortController }>();
	private readonly shutGroups = new Set<string>();
	private isShut = false;
	private lostInARow = 0;

	/**
	 * @param stopAtFailure whether the first failure ends everything, as n8n's On Error "Stop Workflow" wants it
	 * @param signal aborted when the person presses Stop, which shuts the gate too
	 */
	constructor(
		private readonly stopAtFailure: boolean,
		signal?: AbortSignal,
	) {
		this.isShut = signal?.aborted ?? false;
		signal?.addEventListener('abort', () => this.shut(), { once: true });
	}

	isShutForAll(): boolean {
		return this.isShut;
	}

	/**
	 * Lets a batch in.
	 *
	 * @returns `closing`, aborted as soon as no request of the group is worth sending any more; `leave`, to be called
	 * when the batch is done
	 */
	enter(group: string): { closing: AbortSignal; leave: () => void } {
		const closing = new AbortController();
		if (this.isShut || this.shutGroups.has(group)) closing.abort();
		const entry = { group, closing };
		this.inside.add(entry);
		return { closing: closing.signal, leave: () => this.inside.delete(entry) };
	}

	/** Takes note of what became of a batch. */
	learn(group: string, failed: readonly FailedBatch[], hasResults: boolean): void {
		if (hasResults) this.lostInARow = 0;
		for (const { failure } of failed) {
			// A service that refuses is up, whatever it refuses.
			this.lostInARow = showsOutage.has(failure.kind) ? this.lostInARow + 1 : 0;
			if (this.stopAtFailure || endsAll.has(failure.kind) || this.lostInARow >= downAfter) this.shut();
			if (endsGroup.has(failure.kind)) this.shut(group);
		}
	}

	/** @param group undefined for all */
	private shut(group?: string): void {
		if (group === undefined) this.isShut = true;
		else this.shutGroups.add(group);
		for (const entry of this.inside) {
			if (this.isShut || entry.group === group) entry.closing.abort();
		}
	}
}

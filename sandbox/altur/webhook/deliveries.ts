import { z } from 'zod';
import { Timers } from '../../server/timers';

/** A webhook ready to be sent. */
export interface Outgoing {
	url: string;
	body: string;
	signature: string;
	event: string;
	/** The event's own ID, or the call's. */
	id: string;
	timeoutMs: number;
}

/** One attempt to send a webhook. */
export interface Delivery {
	event: string;
	id: string;
	/** Counted from 1. */
	attempt: number;
	/** ISO 8601, UTC. */
	at: string;
	/** How long the attempt took. */
	ms: number;
	/** Absent when there was no answer. */
	status?: number;
	/** Why there was no answer. */
	problem?: string;
	result: 'delivered' | 'again' | 'failed';
}

/** What Altur waits before the second to fifth attempt. */
const waitsSeconds = [60, 120, 240, 480];

/** Sends webhooks, so many at a time. Each has five attempts; a 2xx in time ends them, and others pass one that waits. */
export class Deliveries {
	readonly journal: Delivery[] = [];
	private readonly timers = new Timers();
	private readonly inFlight = new Set<AbortController>();
	private readonly queue: { outgoing: Outgoing; attempt: number }[] = [];
	private unfinished = 0;

	/** @param timeScale how many times faster than life the waits between attempts pass */
	constructor(
		private readonly timeScale: number,
		private readonly parallel: () => number,
	) {}

	/** How many are neither delivered nor given up. */
	get waiting(): number {
		return this.unfinished;
	}

	add(outgoing: Outgoing): void {
		this.unfinished += 1;
		this.queue.push({ outgoing, attempt: 1 });
		this.next();
	}

	/** Ends everything under way, and forgets it. */
	clear(): void {
		this.timers.clear();
		this.queue.length = 0;
		this.journal.length = 0;
		this.unfinished = 0;
		for (const attempt of this.inFlight) attempt.abort();
		this.inFlight.clear();
	}

	private next(): void {
		while (this.inFlight.size < this.parallel()) {
			const due = this.queue.shift();
			if (!due) return;
			void this.attempt(due.outgoing, due.attempt);
		}
	}

	private async attempt(outgoing: Outgoing, attempt: number): Promise<void> {
		const ending = new AbortController();
		this.inFlight.add(ending);
		const at = new Date().toISOString();
		const began = performance.now();
		const answer = await post(outgoing, ending, this.timers);
		// Cleared meanwhile: what it was about is forgotten.
		if (!this.inFlight.delete(ending)) return;
		const wait = waitsSeconds[attempt - 1];
		const delivered = answer.status !== undefined && answer.status >= 200 && answer.status < 300;
		const { event, id } = outgoing;
		const ms = Math.round(performance.now() - began);
		const result = delivered ? 'delivered' : wait === undefined ? 'failed' : 'again';
		this.journal.push({ event, id, attempt, at, ms, ...answer, result });
		if (result === 'again' && wait !== undefined) {
			this.timers.after((wait * 1000) / this.timeScale, () => {
				this.queue.push({ outgoing, attempt: attempt + 1 });
				this.next();
			});
		} else {
			this.unfinished -= 1;
		}
		this.next();
	}
}

async function post(
	{ url, body, signature, timeoutMs }: Outgoing,
	ending: AbortController,
	timers: Timers,
): Promise<{ status: number } | { status?: undefined; problem: string }> {
	let late = false;
	const stop = timers.after(timeoutMs, () => {
		late = true;
		ending.abort();
	});
	try {
		const { status, body: answer } = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'x-altur-signature': signature },
			body,
			redirect: 'manual',
			signal: ending.signal,
		});
		await answer?.cancel();
		return { status };
	} catch (error) {
		return { problem: late ? `no answer in ${String(timeoutMs)} ms` : causeOf(error) };
	} finally {
		stop();
	}
}

/** fetch hides why a connection failed in the cause. */
const failedFetch = z.object({ cause: z.object({ code: z.string() }) });

function causeOf(error: unknown): string {
	return failedFetch.safeParse(error).data?.cause.code ?? String(error);
}

import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { AlturEvent } from './events';

/** Altur tries for a quarter of an hour (docs.altur.io, Webhooks Overview): so many runs may begin in that time. */
const mostRemembered = 5000;

const stored = z.object({ startedEvents: z.array(z.string()).catch([]) });

/** What was started, by the trigger; of all workflows that run in this process. */
const memories = new Map<string, Repetitions>();

/** How the run of an event came out; undefined while n8n is making it. */
type Outcome = () => 'begun' | 'failed' | undefined;

/**
 * Knows the events that a trigger has started a run for, so that a repetition starts none.
 *
 * What n8n keeps between runs is read and written whole, so two events at the same time would forget each other: what
 * counts is the memory of the process, which is handed to n8n to be kept over a restart.
 */
export class Repetitions {
	private readonly started = new Set<string>();
	/** The same, the oldest first. n8n keeps this very list, and so writes down what is in it when it does, not before. */
	private readonly list: string[] = [];
	/** Too old, or of a run that failed. What n8n has kept may be older than that, and would bring them back. */
	private readonly forgotten = new Set<string>();
	private readonly awaited = new Map<string, Outcome>();

	/** @param trigger tells this trigger from all others of the process */
	static of(trigger: string): Repetitions {
		const memory = memories.get(trigger) ?? new Repetitions();
		memories.set(trigger, memory);
		return memory;
	}

	/** Learns what was kept over a restart, or by another process of this n8n. @param kept n8n's static data of the node */
	recall(kept: IDataObject): void {
		for (const event of stored.parse({ startedEvents: [], ...kept }).startedEvents) {
			if (!this.forgotten.has(event)) this.note(event);
		}
	}

	/** Gives n8n the memory to keep. It writes it to its database when it answers. */
	keep(kept: IDataObject): void {
		kept.startedEvents = this.list;
	}

	/** Remembers an event; the oldest is forgotten when there are too many. @returns whether it is new */
	note(event: string): boolean {
		if (this.started.has(event)) return false;
		this.started.add(event);
		this.list.push(event);
		this.forgotten.delete(event);
		if (this.list.length > mostRemembered) this.forget(this.list[0] ?? '');
		return true;
	}

	/** Forgets an event: Altur will send it again when its run could not begin. */
	forget(event: string): void {
		if (!this.started.delete(event)) return;
		this.list.splice(this.list.indexOf(event), 1);
		this.forgotten.add(event);
		const [oldest] = this.forgotten;
		if (this.forgotten.size > mostRemembered) this.forgotten.delete(oldest ?? '');
	}

	/** Leaves it to {@link settle} whether the event is forgotten. @param outcome of its run, asked more than once */
	await(event: string, outcome: Outcome): void {
		this.awaited.set(event, outcome);
	}

	/** Forgets the events whose runs have failed since. */
	settle(): void {
		for (const [event, outcome] of this.awaited) {
			const cameOut = outcome();
			if (cameOut) this.awaited.delete(event);
			if (cameOut === 'failed') this.forget(event);
		}
	}
}

/** What can be the name of one event. */
const name = z.string().min(1).or(z.number()).optional().catch(undefined);

/**
 * What an event is known by: campaigns name each (`event_id`); of calls Altur gives the call, which ends once, but may be
 * put through more than once. The `id` of an event that is newer than this may be of what it tells of, and come again.
 *
 * @returns twelve characters, since thousands are kept
 */
export function identityOf({ type, payload, call }: AlturEvent, body: Buffer): string {
	const id = call && name.parse(payload.id);
	const transfer = [call?.transfer_initiated_at, call?.transfer_completed_at];
	const known =
		name.parse(payload.event_id) ?? (id && [type, id, ...(type === 'on_call_end' ? [] : transfer)]);
	const hash = createHash('sha256').update(known ? JSON.stringify(known) : body);
	return hash.digest('base64url').slice(0, 12);
}

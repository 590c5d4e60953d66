import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { AlturEvent } from './events';

/** Altur tries for a quarter of an hour (docs.altur.io, Webhooks Overview): so many runs may begin in that time. */
const mostRemembered = 5000;

const stored = z.object({ startedEvents: z.array(z.string()).catch([]) });

/** What was started, by the trigger; of all workflows that run in this process. */
const memories = new Map<string, Repetitions>();

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

	/** @param trigger tells this trigger from all others of the process */
	static of(trigger: string): Repetitions {
		const memory = memories.get(trigger) ?? new Repetitions();
		memories.set(trigger, memory);
		return memory;
	}

	/** Learns what was kept over a restart, or by another process of this n8n. @param kept n8n's static data of the node */
	recall(kept: IDataObject): void {
		for (const event of stored.parse({ startedEvents: [], ...kept }).startedEvents) this.note(event);
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
		if (this.list.length > mostRemembered) this.started.delete(this.list.shift() ?? '');
		return true;
	}

	/** Forgets an event whose run could not begin: Altur will send it again. */
	forget(event: string): void {
		if (!this.started.delete(event)) return;
		this.list.splice(this.list.indexOf(event), 1);
	}
}

/**
 * What an event is known by: campaigns name each (`event_id`); of calls Altur gives the call, which ends once, but may be
 * put through more than once.
 *
 * @returns twelve characters, since thousands are kept
 */
export function identityOf({ type, payload, call }: AlturEvent, body: Buffer): string {
	const { event_id, id } = payload;
	const transfer = [call?.transfer_initiated_at, call?.transfer_completed_at];
	const known = event_id ?? (id && [type, id, ...(type === 'on_call_end' ? [] : transfer)]);
	const hash = createHash('sha256').update(known ? JSON.stringify(known) : body);
	return hash.digest('base64url').slice(0, 12);
}

import { Refusal } from '../../server/refusal';
import { writeBody } from './byteForm';
import { Deliveries, type Delivery, type Outgoing } from './deliveries';
import type { AlturEvent } from './event';
import type { JsonObject } from './pythonJson';
import { changedSettings, defaultSettings, type ChangedSettings, type WebhookSettings } from './settings';
import { Shuffling } from './shuffling';
import { signature } from './signature';
import { varied } from './variation';

/** The one webhook that is set up, as if in Altur's dashboard. */
export class Webhooks {
	private current: WebhookSettings;
	private readonly deliveries: Deliveries;
	private readonly shuffling: Shuffling<Outgoing>;

	/** @param timeScale how many times faster than life the waits between attempts pass */
	constructor(
		private readonly initial: ChangedSettings,
		timeScale: number,
	) {
		this.current = { ...defaultSettings, ...changedSettings.parse(initial) };
		this.deliveries = new Deliveries(timeScale, () => this.current.parallel);
		this.shuffling = new Shuffling(this.current.shuffleSeed, (outgoing) => {
			this.deliveries.add(outgoing);
		});
	}

	get settings(): WebhookSettings {
		return { ...this.current };
	}

	/** Attempts in the order in which they ended. */
	get journal(): readonly Delivery[] {
		return this.deliveries.journal;
	}

	/** How many are neither delivered nor given up; those that are held back to be shuffled do not count. */
	get waiting(): number {
		return this.deliveries.waiting;
	}

	/** Sets some of it up anew; the rest stays. */
	change(changed: ChangedSettings): void {
		const read = changedSettings.parse(changed);
		this.current = { ...this.current, ...read };
		if (read.shuffleSeed !== undefined) this.shuffling.reset(read.shuffleSeed);
	}

	/** Tells of an event, if the webhook is set up for it. */
	send(event: AlturEvent): void {
		if (this.current.url === null || !this.wants(event)) return;
		this.sendPayload(event.type, event.id, this.vary(event.type, event.payload));
	}

	/** The payload as the settings let it be: nulls, absent keys. */
	vary(type: string, payload: JsonObject): JsonObject {
		return varied(type, payload, this.current);
	}

	/** Sends what filters and variations have no say in. Throws a Refusal when no webhook is set up. */
	sendPayload(event: string, id: string, payload: JsonObject): { body: string; signature: string } {
		const { body, signed } = writeBody(payload, this.current);
		const about = { event, id, body, signature: signature(this.current.secret, signed) };
		for (let copy = 0; copy < this.current.repeats; copy += 1) this.sendBytes(about);
		return { body, signature: about.signature };
	}

	/** Sends a body as it is, signed over its bytes unless a signature is given. Throws likewise. */
	sendRaw(body: string, given?: string): { body: string; signature: string } {
		const sent = { body, signature: given ?? signature(this.current.secret, body) };
		this.sendBytes({ event: 'raw', id: '', ...sent });
		return sent;
	}

	/** Ends what is under way, empties the journal, and is set up as it was at first. */
	reset(): void {
		this.current = { ...defaultSettings, ...changedSettings.parse(this.initial) };
		this.shuffling.reset(this.current.shuffleSeed);
		this.deliveries.clear();
	}

	private wants({ type, filterValue, unconnected }: AlturEvent): boolean {
		const { events, filters, unconnectedCalls } = this.current;
		if (!events.includes(type) || (unconnected && !unconnectedCalls)) return false;
		const allowed: readonly string[] | undefined =
			type === 'campaign.status_changed' ? filters.status : filters.answered_by;
		return filterValue === undefined || !allowed || allowed.includes(filterValue ?? '');
	}

	private sendBytes(about: Omit<Outgoing, 'url' | 'timeoutMs'>): void {
		const { url, timeoutMs, shuffle } = this.current;
		if (url === null) {
			throw new Refusal(400, 'NO_WEBHOOK', 'No webhook is set up: POST its url to /__sandbox/webhooks.');
		}
		this.shuffling.add({ url, timeoutMs, ...about }, shuffle);
	}
}

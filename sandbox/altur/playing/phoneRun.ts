import type { Timers } from '../../server/timers';
import type { Campaign } from '../campaign';
import { setContactStatus, type ContactList, type StoredContact } from '../contactList';
import type { AlturState } from '../state';
import { callEnded, callTransferred, type CallFacts } from '../webhook/callEvent';
import { cycleCompleted } from '../webhook/campaignEvent';
import type { AlturEvent } from '../webhook/event';
import { phoneAnalytics } from './analytics';
import { settleContact } from './callEffect';
import { ContactQueue } from './contactQueue';
import { cooldownMinutes, isDueAgain, maxIterations } from './cycle';
import { Dialing } from './dialing';
import { outcomeOf, type Outcome } from './outcome';
import { PlayedCall } from './playedCall';
import type { Run } from './run';

/** What a run needs to know and to do. */
export interface Stage {
	state: AlturState;
	timers: Timers;
	/** How many times faster than life it goes. */
	timeScale: number;
	callsPerSecond: number;
	/** In the place of the campaign's own. */
	concurrency?: number;
	seed: string;
	outcomes: Readonly<Record<string, Outcome>>;
	tell(event: AlturEvent): void;
	origin(): string;
}

/** From a call that nobody took to the next to that contact: ten minutes. Altur's pages say nothing of it. */
const retrySeconds = 600;

/** A phone campaign while it is played: cycle by cycle, until no contact is left to be called. */
export class PhoneRun implements Run {
	private readonly dialing: Dialing;
	private readonly queue: ContactQueue;
	private underWay = 0;
	/** Contacts that wait until they are called once more in this cycle. */
	private waiting = 0;
	private cycleIsOver = false;
	private endWait: () => void = () => undefined;

	constructor(
		private readonly campaign: Campaign,
		private readonly contacts: ContactList,
		private readonly stage: Stage,
	) {
		this.dialing = new Dialing(stage.callsPerSecond);
		this.queue = new ContactQueue(contacts);
	}

	goOn(): void {
		if (this.campaign.status !== 'active') return;
		if (this.campaign.iteration === undefined || this.cycleIsOver) this.beginCycle();
		this.queue.takeNew();
		this.callNext();
	}

	rest(): void {
		this.endWait();
	}

	private beginCycle(): void {
		const { campaign } = this;
		const isFirst = campaign.iteration === undefined;
		campaign.iteration = (campaign.iteration ?? 0) + 1;
		campaign.iteration_at = new Date().toISOString();
		this.cycleIsOver = false;
		if (isFirst) return;
		for (const contact of this.queue.refill((one) => isDueAgain(one, campaign.cycles))) {
			if (contact.history) Object.assign(contact.history, { voicemailRetries: 0, failedRetries: 0 });
			setContactStatus(contact, 'queue');
		}
	}

	private callNext(): void {
		this.endWait();
		if (this.campaign.status !== 'active' || this.cycleIsOver) return;
		const atATime = this.stage.concurrency ?? this.campaign.concurrency;
		while (this.underWay < atATime && this.queue.hasNext()) {
			const wait = this.dialing.take(performance.now());
			if (wait > 0) {
				this.endWait = this.stage.timers.after(wait, () => {
					this.callNext();
				});
				return;
			}
			const contact = this.queue.next();
			if (contact) this.call(contact);
		}
		const isOver = this.underWay + this.waiting === 0 && !this.queue.hasNext();
		if (isOver && this.contacts.size > 0) this.endCycle();
	}

	private call(contact: StoredContact): void {
		const { state, seed, outcomes, tell, origin } = this.stage;
		const attempt = (contact.history?.callCount ?? 0) + 1;
		const outcome = outcomes[contact.contact] ?? outcomeOf(seed, contact.contact, attempt);
		const played = new PlayedCall(this.campaign, contact, outcome, state.conversations);
		setContactStatus(contact, 'sending');
		this.underWay += 1;
		const facts = (): CallFacts => ({ call: played.call, thread: played.thread, contact, origin: origin() });
		if (outcome === 'transferred') {
			this.after(played.seconds * 0.5, () => {
				played.beginTransfer();
				tell(callTransferred('transfer_started', facts()));
			});
			this.after(played.seconds * 0.75, () => {
				played.completeTransfer();
				tell(callTransferred('transfer_completed', facts()));
			});
		}
		this.after(played.seconds, () => {
			this.underWay -= 1;
			played.end();
			if (settleContact(contact, outcome, this.campaign.retries)) this.callAgain(contact);
			tell(callEnded(facts()));
			this.callNext();
		});
	}

	private callAgain(contact: StoredContact): void {
		this.waiting += 1;
		this.after(retrySeconds, () => {
			this.waiting -= 1;
			this.queue.put(contact);
			this.callNext();
		});
	}

	private endCycle(): void {
		const { campaign, stage } = this;
		const iteration = campaign.iteration ?? 1;
		const { cycles } = campaign;
		const isLast =
			iteration >= maxIterations(cycles) ||
			!this.contacts.all().some((contact) => isDueAgain(contact, cycles));
		this.cycleIsOver = true;
		if (isLast) {
			campaign.analytics = phoneAnalytics(
				this.contacts.all(),
				stage.state.conversations.callsOf(campaign.id),
			);
			stage.state.changeStatus(campaign, 'finished');
			if (cycles?.enabled) stage.tell(cycleCompleted(campaign, iteration, null));
			return;
		}
		const waitMs = (cooldownMinutes(cycles) * 60_000) / stage.timeScale;
		stage.state.changeStatus(campaign, 'cooldown');
		stage.tell(cycleCompleted(campaign, iteration, new Date(Date.now() + waitMs)));
		this.endWait = stage.timers.after(waitMs, () => {
			stage.state.changeStatus(campaign, 'active');
		});
	}

	private after(seconds: number, act: () => void): void {
		this.stage.timers.after((seconds * 1000) / this.stage.timeScale, act);
	}
}

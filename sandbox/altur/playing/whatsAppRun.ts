import type { Campaign } from '../campaign';
import { setContactStatus, type ContactList, type StoredContact } from '../contactList';
import type { ContactStatus } from '../contactsSchema';
import { whatsAppAnalytics } from './analytics';
import { ContactQueue } from './contactQueue';
import { Dialing } from './dialing';
import { drawnFrom } from './outcome';
import type { Stage } from './phoneRun';
import type { Run } from './run';

/** How far the message to a contact gets, in the order of its statuses. */
function fateOf(seed: string, phone: string): ContactStatus[] {
	const drawn = drawnFrom(`message ${seed} ${phone}`);
	if (drawn < 0.1) return ['failed'];
	if (drawn < 0.4) return ['sent', 'delivered'];
	return ['sent', 'delivered', 'read'];
}

/**
 * A WhatsApp campaign while it is played: statuses of contacts move, and it finishes. No event of a message is
 * documented, so none is sent.
 */
export class WhatsAppRun implements Run {
	private readonly dialing: Dialing;
	private readonly queue: ContactQueue;
	private underWay = 0;
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
		this.endWait();
		if (this.campaign.status !== 'active') return;
		this.queue.takeNew();
		while (this.queue.hasNext()) {
			const wait = this.dialing.take(performance.now());
			if (wait > 0) {
				this.endWait = this.stage.timers.after(wait, () => {
					this.goOn();
				});
				return;
			}
			const contact = this.queue.next();
			if (contact) this.send(contact);
		}
		if (this.underWay > 0 || this.contacts.size === 0) return;
		this.campaign.analytics = whatsAppAnalytics(this.contacts.all());
		this.stage.state.changeStatus(this.campaign, 'finished');
	}

	rest(): void {
		this.endWait();
	}

	private send(contact: StoredContact): void {
		setContactStatus(contact, 'sending');
		this.underWay += 1;
		this.move(contact, fateOf(this.stage.seed, contact.contact));
	}

	/** Two seconds of life from each status to the next. */
	private move(contact: StoredContact, statuses: readonly ContactStatus[]): void {
		const [next, ...later] = statuses;
		if (next === undefined) {
			this.underWay -= 1;
			this.goOn();
			return;
		}
		this.stage.timers.after(2000 / this.stage.timeScale, () => {
			setContactStatus(contact, next);
			this.move(contact, later);
		});
	}
}

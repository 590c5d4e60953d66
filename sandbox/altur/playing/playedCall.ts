import type { Campaign } from '../campaign';
import type { ContactHistory, StoredContact } from '../contactList';
import type { Conversations } from '../conversation/conversations';
import { silence } from '../conversation/demoCalls';
import type { StoredCall, StoredThread } from '../conversation/call';
import { projectClock, projectSeconds } from '../projectTime';
import { randomId } from '../randomId';
import { conversationOf } from './conversation';
import { endingOf, ringingSeconds } from './ending';
import type { Outcome } from './outcome';

/** One for all: their bytes are never changed. */
const recording = { contentType: 'audio/wav', bytes: silence() };

/** A call to a contact of a campaign, from its first ring to its end. */
export class PlayedCall {
	readonly call: StoredCall;
	readonly thread: StoredThread;
	private readonly created = new Date();
	private readonly ending: ReturnType<typeof endingOf>;
	private readonly history: ContactHistory;
	private readonly conversation: ReturnType<typeof conversationOf>;

	/** Lets the phone ring: the call and its thread are stored. */
	constructor(
		{ agent, id: campaignId, first_message: greeting }: Campaign,
		readonly contact: StoredContact,
		readonly outcome: Outcome,
		conversations: Conversations,
	) {
		this.history = contact.history ??= firstHistory(contact);
		this.history.callCount += 1;
		this.history.lastCallAt = projectClock(this.created);
		this.ending = endingOf(outcome, `${contact.contact} ${String(this.history.callCount)}`);
		this.conversation = conversationOf(outcome, {
			phone: contact.contact,
			name: contact.name,
			greeting,
		});
		const threadId = randomId('thr');
		this.thread = {
			id: threadId,
			agent,
			end_user: {
				id: conversations.nextUuid(),
				display_name: contact.name ?? '',
				integration_type: 'api',
				info: contact.context ?? '',
			},
			tags: [],
			messages: [],
		};
		this.call = {
			id: randomId('cll'),
			campaignId,
			threadId,
			status: 'in-progress',
			answered_by: null,
			created_at: this.moment(0),
			started_at: null,
			ended_at: null,
			ended_by: '',
			ended_reason: '',
			duration: 0,
			billed_duration: 0,
			contact: this.history.inCalls,
			extracted_data: {},
			tags: [],
		};
		conversations.putEndUser(this.thread.end_user);
		conversations.addThread(this.thread);
		conversations.addCall(this.call);
	}

	/** How long it takes in life. */
	get seconds(): number {
		return ringingSeconds[this.outcome] + this.ending.duration;
	}

	/** Half the call is over: who answered asked for a person, and is put through. */
	beginTransfer(): void {
		this.call.answered_by = this.ending.answered_by;
		this.call.started_at = this.moment(ringingSeconds[this.outcome]);
		this.call.transferInitiatedAt = this.moment(ringingSeconds[this.outcome] + this.ending.duration / 2);
		this.say(2);
	}

	completeTransfer(): void {
		this.call.transferCompletedAt = this.moment(ringingSeconds[this.outcome] + this.ending.duration / 2 + 3);
	}

	/** The call is over: what was found out is known of the contact too. */
	end(): void {
		const connected = this.ending.status === 'ended';
		const { call, contact, history } = this;
		const { extracted, tags, lines } = this.conversation;
		Object.assign(call, this.ending, {
			started_at: connected ? this.moment(ringingSeconds[this.outcome]) : null,
			ended_at: connected ? this.moment(this.seconds) : null,
			extracted_data: Object.fromEntries(extracted),
			extractedInOrder: extracted,
			tags,
			...(this.ending.answered_by === 'human' && { recording }),
		});
		this.say(lines.length);
		this.thread.tags = tags.map((name) => ({ id: `tag_${name}`, name, color: 'blue' }));
		history.billedSeconds += call.billed_duration;
		history.tags = [...new Set([...history.tags, ...tags])];
		if (extracted.size > 0) contact.extracted_data = { ...contact.extracted_data, ...call.extracted_data };
	}

	/** The conversation goes as far as that many lines, five seconds for each. */
	private say(lines: number): void {
		this.thread.messages = this.conversation.lines.slice(0, lines).map((line, place) => ({
			thread_id: this.thread.id,
			type: 'text',
			...line,
			sent_at: this.moment(ringingSeconds[this.outcome] + place * 5),
		}));
	}

	/** Times are those of life: in quick motion a call's end lies a little ahead. */
	private moment(seconds: number): string {
		return projectSeconds(new Date(this.created.getTime() + seconds * 1000));
	}
}

function firstHistory({ id, f_id, name, contact, status }: StoredContact): ContactHistory {
	return {
		callCount: 0,
		voicemailRetries: 0,
		failedRetries: 0,
		billedSeconds: 0,
		lastCallAt: '',
		tags: [],
		inCalls: { id, f_id: f_id ?? null, name: name ?? null, phone_number: contact, status },
	};
}

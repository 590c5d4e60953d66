import type { StoredContact } from '../contactList';
import type { StoredCall, StoredThread } from '../conversation/call';
import { utcSeconds } from '../projectTime';
import type { AlturEvent } from './event';
import type { Json, JsonObject } from './pythonJson';

/** All that Altur knows of a call when it tells of it. */
export interface CallFacts {
	call: StoredCall;
	thread: StoredThread;
	/** Absent for a call outside of campaigns, and for one whose contact was deleted. */
	contact?: StoredContact;
	/** Where the recording is fetched from: `http://127.0.0.1:4010`. */
	origin: string;
}

const orNull = (moment: string | null | undefined): string | null => (moment ? utcSeconds(moment) : null);
const speakers = { AI: 'assistant', EU: 'user', SYS: 'system' };

/** What is known of a person: what was known before, and behind it what the call found out. */
function extracted({ call, contact }: CallFacts): ReadonlyMap<string, Json> {
	const found = call.extractedInOrder ?? new Map(Object.entries(call.extracted_data));
	const before = Object.entries(contact?.extracted_data ?? {}).filter(([key]) => !found.has(key));
	return new Map([...before, ...found]);
}

function campaignUser(facts: CallFacts): JsonObject | null {
	const { call, contact } = facts;
	if (!call.contact) return null;
	return {
		f_id: contact?.f_id ?? call.contact.f_id ?? '',
		name: contact?.name ?? call.contact.name ?? '',
		contact: call.contact.phone_number,
		context: contact?.context ?? '',
		status: call.contact.status,
		failed_retries: contact?.history?.failedRetries ?? 0,
		voicemail_retries: contact?.history?.voicemailRetries ?? 0,
		extracted_data: extracted(facts),
		tags: call.tags,
	};
}

function endUser(facts: CallFacts): JsonObject {
	const { call, contact, thread } = facts;
	return {
		id: thread.end_user.id,
		status: call.contact?.status ?? '',
		display_name: thread.end_user.display_name,
		phone_number: call.contact?.phone_number ?? '',
		context: contact?.context ?? thread.end_user.info,
		extracted_data: extracted(facts),
		tags: call.tags,
	};
}

/** The flat keys that all events of calls have, in the order of Altur's pages. */
function payload(type: AlturEvent['type'], facts: CallFacts): JsonObject {
	const { call, thread, origin } = facts;
	const underWay = type !== 'on_call_end';
	// A call that was not put through has moments of its own for an event sent by hand.
	const initiated = call.transferInitiatedAt ?? (underWay ? call.started_at : null);
	const completed = call.transferCompletedAt ?? (underWay ? call.ended_at : null);
	return {
		event_type: type,
		id: call.id,
		thread_id: thread.id,
		type: 'outbound',
		status: underWay ? 'in-progress' : call.status,
		phone_number_from: '+525550001000',
		phone_number_to: call.contact?.phone_number ?? '',
		answered_by: call.answered_by,
		created_at: utcSeconds(call.created_at),
		started_at: orNull(call.started_at),
		ended_at: underWay ? null : orNull(call.ended_at),
		ended_by: underWay ? null : call.ended_by,
		ended_reason: underWay ? null : call.ended_reason,
		transfer_initiated_at: orNull(initiated),
		transfer_completed_at: type === 'transfer_started' ? null : orNull(completed),
		duration: underWay ? null : call.duration,
		billed_duration: underWay ? null : call.billed_duration,
		recording_url: `${origin}/api/v1.0/call/${call.id}/recording`,
		transcript: thread.messages.map(({ sent_by, sent_at, content }) => ({
			sent_by: speakers[sent_by],
			sent_at: utcSeconds(sent_at),
			content: content ?? '',
		})),
		assistant: { id: thread.agent.id, nickname: thread.agent.name, name: thread.agent.name },
		end_user: endUser(facts),
		campaign_user: campaignUser(facts),
	};
}

/** `on_call_end`. It names no campaign: the contact's own ID is the only way back to it. */
export function callEnded(facts: CallFacts): AlturEvent {
	const { id, started_at } = facts.call;
	const type = 'on_call_end';
	return { type, id, payload: payload(type, facts), unconnected: started_at === null };
}

/** `transfer_started` or `transfer_completed`, with what was said until then. */
export function callTransferred(
	type: 'transfer_started' | 'transfer_completed',
	facts: CallFacts,
): AlturEvent {
	const { id, answered_by } = facts.call;
	return { type, id, payload: payload(type, facts), filterValue: answered_by };
}

import { Refusal } from '../../server/refusal';
import type { StoredCall, StoredMessage, StoredThread } from './call';
import type { EndUser } from './endUser';

/** The calls, threads, messages and end users of an organization. */
export class Conversations {
	private readonly calls = new Map<string, StoredCall>();
	private readonly threads = new Map<string, StoredThread>();
	private readonly endUsers = new Map<string, EndUser>();
	private lastNumber = 0;

	/** @param kind the letters that Altur begins such an ID with */
	nextId(kind: 'cll' | 'thr'): string {
		this.lastNumber += 1;
		return `${kind}_${String(this.lastNumber).padStart(12, '0')}`;
	}

	/** A UUID that tests can foresee. */
	nextUuid(): string {
		this.lastNumber += 1;
		return `00000000-0000-4000-8000-${String(this.lastNumber).padStart(12, '0')}`;
	}

	addCall(call: StoredCall): void {
		this.calls.set(call.id, call);
	}

	addThread(thread: StoredThread): void {
		this.threads.set(thread.id, thread);
	}

	putEndUser(endUser: EndUser): void {
		this.endUsers.set(endUser.id, endUser);
	}

	removeEndUser(id: string): void {
		this.endUsers.delete(id);
	}

	callsOf(campaignId: number): StoredCall[] {
		return [...this.calls.values()].filter((call) => call.campaignId === campaignId);
	}

	call(id: string | undefined): StoredCall {
		return found(this.calls.get(id ?? ''), 'Call not found.');
	}

	thread(id: string | undefined): StoredThread {
		return found(this.threads.get(id ?? ''), 'Thread not found.');
	}

	messages(threadId: string | undefined): StoredMessage[] {
		return this.thread(threadId).messages;
	}

	endUser(id: string | undefined): EndUser {
		return found(this.endUsers.get(id ?? ''), 'End user not found.');
	}

	allCalls(): StoredCall[] {
		return [...this.calls.values()];
	}

	clear(): void {
		this.calls.clear();
		this.threads.clear();
		this.endUsers.clear();
		this.lastNumber = 0;
	}
}

function found<Thing>(thing: Thing | undefined, message: string): Thing {
	if (thing === undefined) throw new Refusal(404, 'NOT_FOUND', message);
	return thing;
}

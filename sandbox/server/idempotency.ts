import { createHash } from 'node:crypto';

/** What is sent again on a replay: the original status and body, byte for byte. */
interface RememberedAnswer {
	status: number;
	text: string;
}

interface Entry {
	fingerprint: string;
	startedAt: number;
	answer?: RememberedAnswer;
}

type IdempotencyLookup =
	| { state: 'new' }
	| { state: 'inProgress' }
	| { state: 'otherRequest' }
	| { state: 'replay'; answer: RememberedAnswer };

/** Answers by Idempotency-Key. Only completed 2xx answers are remembered; a failed request frees its key. */
export class IdempotencyStore {
	private readonly entries = new Map<string, Entry>();

	/** `windowMs`: how long a key is remembered, counted from the first request's start. */
	constructor(private readonly windowMs: number) {}

	/**
	 * Looks a key up and, when it is new, marks it as in progress until `complete` or `abandon`.
	 * `fingerprint` stands for method, path and body; a known key with another one is `otherRequest`.
	 */
	begin(key: string, fingerprint: string, now: number): IdempotencyLookup {
		const entry = this.entries.get(key);
		if (entry && now - entry.startedAt < this.windowMs) {
			if (entry.fingerprint !== fingerprint) return { state: 'otherRequest' };
			return entry.answer ? { state: 'replay', answer: entry.answer } : { state: 'inProgress' };
		}
		this.entries.set(key, { fingerprint, startedAt: now });
		return { state: 'new' };
	}

	complete(key: string, answer: RememberedAnswer): void {
		const entry = this.entries.get(key);
		if (entry) entry.answer = answer;
	}

	abandon(key: string): void {
		this.entries.delete(key);
	}

	reset(): void {
		this.entries.clear();
	}
}

/** Stands for a request: the same method, path and body, byte for byte. */
export function fingerprint(method: string, path: string, raw: unknown): string {
	return createHash('sha256').update(`${method} ${path}\n`).update(String(raw)).digest('base64');
}

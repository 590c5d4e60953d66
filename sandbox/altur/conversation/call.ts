import { z } from 'zod';

export const callStatuses = [
	'created',
	'queued',
	'ringing',
	'in-progress',
	'forwarding',
	'ended',
	'busy',
	'no-answer',
	'failed',
] as const;

/** One line of a conversation. */
export interface StoredMessage {
	thread_id: string;
	type: 'text' | 'image' | 'audio' | 'video' | 'button' | 'template' | 'document';
	sent_by: 'AI' | 'EU' | 'SYS';
	sent_at: string;
	content?: string;
}

export interface StoredThread {
	id: string;
	agent: { id: string; name: string };
	end_user: { id: string; display_name: string; integration_type: 'api' | 'whatsapp'; info: string };
	tags: { id: string; name: string; color: 'blue' }[];
	messages: StoredMessage[];
}

export interface StoredCall {
	id: string;
	/** Undefined for a call outside of campaigns. */
	campaignId?: number;
	threadId: string;
	status: (typeof callStatuses)[number];
	answered_by: 'human' | 'machine' | 'unknown' | null;
	created_at: string;
	started_at: string | null;
	ended_at: string | null;
	ended_by: string;
	ended_reason: string;
	duration: number;
	billed_duration: number;
	contact?: { id: number; f_id: string | null; name: string | null; phone_number: string; status: string };
	extracted_data: Record<string, string>;
	/** The same in the order of extraction, which an object does not keep for keys that look like whole numbers. */
	extractedInOrder?: ReadonlyMap<string, string>;
	tags: string[];
	transferInitiatedAt?: string;
	transferCompletedAt?: string;
	recording?: { contentType: string; bytes: Buffer };
}

/** A call to start with; whatever is left out gets an ordinary value. */
export const seedCallSchema = z.strictObject({
	id: z.string().optional(),
	status: z.enum(callStatuses).default('ended'),
	answered_by: z.enum(['human', 'machine', 'unknown']).nullable().default('human'),
	created_at: z.string().datetime({ offset: true }).default('2026-06-01T15:00:00Z'),
	started_at: z.string().datetime({ offset: true }).nullable().default('2026-06-01T15:00:05Z'),
	ended_at: z.string().datetime({ offset: true }).nullable().default('2026-06-01T15:00:50Z'),
	ended_by: z.string().default('user'),
	ended_reason: z.string().default('user_hangup'),
	duration: z.number().int().default(45),
	billed_duration: z.number().int().default(45),
	contact: z
		.strictObject({
			id: z.number().int().default(1),
			f_id: z.string().nullable().default(null),
			name: z.string().nullable().default(null),
			phone_number: z.string().default('+525512345678'),
			status: z.string().default('answered'),
		})
		.default({}),
	extracted_data: z.record(z.string()).default({}),
	tags: z.array(z.string()).default([]),
	transcript: z
		.array(z.strictObject({ sent_by: z.enum(['AI', 'EU', 'SYS']), content: z.string() }))
		.default([]),
	recording: z.strictObject({ contentType: z.string(), bytes: z.instanceof(Buffer) }).optional(),
});
export type SeedCall = z.input<typeof seedCallSchema>;

import { createHmac } from 'node:crypto';

/** The secret of the demo's webhook integration, in base64 as Altur gives it. */
export const webhookSecret = 'dGVzdC1zZWNyZXQ=';

/** How a body leaves Altur, and which text of it was signed: whatever its pages and samples allow. */
export const byteForms = {
	compact: (json: string) => ({ body: json, signed: json }),
	compactEscaped: (json: string) => ({ body: ascii(json), signed: ascii(json) }),
	spacedSignedAsItIs: (json: string) => ({ body: spaced(ascii(json)), signed: spaced(ascii(json)) }),
	spacedSignedCompact: (json: string) => ({ body: spaced(json), signed: json }),
	rawSignedEscaped: (json: string) => ({ body: json, signed: ascii(json) }),
	escapedSignedRaw: (json: string) => ({ body: spaced(ascii(json)), signed: json }),
} as const;
export type ByteForm = keyof typeof byteForms;
export const byteFormNames: readonly ByteForm[] = [
	'compact',
	'compactEscaped',
	'spacedSignedAsItIs',
	'spacedSignedCompact',
	'rawSignedEscaped',
	'escapedSignedRaw',
];

/** As Python's json.dumps writes what is not ASCII. */
function ascii(json: string): string {
	return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** As Python's json.dumps separates. */
function spaced(json: string): string {
	return json.replace(/("(?:[^"\\]|\\.)*")|[:,]/g, (token, text: string | undefined) => text ?? `${token} `);
}

/** A request of Altur: body and header. */
export interface SignedEvent {
	body: string;
	signature: string;
}

/** Signs JSON text as Altur does. @param json compact, with its keys in Altur's order */
export function signed(json: string, form: ByteForm = 'compact', secret = webhookSecret): SignedEvent {
	const { body, signed: text } = byteForms[form](json);
	const signature = createHmac('sha256', Buffer.from(secret, 'base64')).update(text).digest('base64');
	return { body, signature };
}

/** The end of a call, as docs.altur.io shows it; its own text, because 0.0 and the order of keys are part of it. */
export function callEnd(id: string, changes: Record<string, unknown> = {}): string {
	const payload = {
		event_type: 'on_call_end',
		id,
		thread_id: `thr_${id}`,
		type: 'outbound',
		status: 'ended',
		phone_number_from: '+525500000000',
		phone_number_to: '+521234567890',
		answered_by: 'human',
		created_at: '2024-12-19T15:00:10Z',
		started_at: '2024-12-19T15:00:10Z',
		ended_at: '2024-12-19T15:00:55Z',
		ended_by: 'user',
		ended_reason: 'user_hangup',
		transfer_initiated_at: null,
		transfer_completed_at: null,
		duration: 45,
		billed_duration: 45,
		recording_url: `https://api.altur.io/api/v1.0/call/${id}/recording`,
		transcript: [
			{ sent_by: 'assistant', sent_at: '2024-12-19T15:00:00Z', content: 'Hello am I speaking with Sofía?' },
			{ sent_by: 'user', sent_at: '2024-12-19T15:00:10Z', content: 'Sí 😀 "soy yo" \\ /' },
		],
		assistant: { id: '6c4951e6-9877-4d7c-88d7-56b4948d3cce', nickname: 'Bot', name: 'Diana Arroyo' },
		end_user: null,
		campaign_user: {
			f_id: `crm-${id}`,
			name: 'Sofía Núñez',
			contact: '+521234567890',
			context: 'Customer',
			status: 'converted',
			failed_retries: 0,
			voicemail_retries: 1,
			extracted_data: { 'Payment Amount': '1200', '2024': 'a year' },
			tags: ['payment_promise', 'call_later'],
		},
		...changes,
	};
	return JSON.stringify(payload);
}

/** A campaign that is finished, with the rates that Altur writes as 0.0. */
export function campaignFinished(eventId: string, campaignId = 1234): string {
	return (
		`{"event_id":"${eventId}","event_type":"campaign.status_changed","occurred_at":"2026-06-08T14:23:15.482000-06:00",` +
		`"api_version":"1.0","project_id":"prj_8YqL3mZxR1tV0nKfH9bA","data":{"campaign":{"id":${campaignId},` +
		`"name":"Reactivación 🚀","status":"finished","previous_status":"cooldown"},` +
		`"analytics":{"calls":1820,"callsAnsweredByHumanRate":0.519,"contactsFailedRate":0.0,"contactsConvertedRate":1.0}}}`
	);
}

/** A cycle of a phone campaign that has passed. */
export function cycleCompleted(eventId: string): string {
	return JSON.stringify({
		event_id: eventId,
		event_type: 'campaign.cycle_completed',
		occurred_at: '2026-06-08T18:00:00.000000-06:00',
		api_version: '1.0',
		project_id: 'prj_8YqL3mZxR1tV0nKfH9bA',
		data: {
			campaign: { id: 1234, name: 'Q2 Reactivation', status: 'cooldown', previous_status: null },
			cycle_iteration: 2,
			next_cycle_at: null,
		},
	});
}

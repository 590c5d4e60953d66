import { z } from 'zod';
import { Refusal } from '../../server/refusal';
import type { StoredCall } from '../conversation/call';
import type { AlturState } from '../state';
import { callEnded, callTransferred } from './callEvent';
import { cycleCompleted, statusChanged } from './campaignEvent';
import type { Json, JsonObject } from './pythonJson';
import type { Webhooks } from './webhooks';

const json: z.ZodType<Json> = z.lazy(() =>
	z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(json)]),
);

/** An event that a person sends: one of Altur's with other values, one of their own, or a body byte for byte. */
export const eventByHand = z.union([
	z.strictObject({
		type: z.string().min(1),
		/** Of call events; the last call unless given. */
		callId: z.string().optional(),
		/** Of campaign events; the first campaign unless given. */
		campaignId: z.number().int().optional(),
		/** Laid over the payload, level by level. */
		fields: z.record(json).default({}),
	}),
	z.strictObject({
		raw: z.string(),
		/** In the place of the right one. */
		signature: z.string().optional(),
	}),
]);
export type EventByHand = z.input<typeof eventByHand>;

/** The bytes as they leave. */
export interface SentByHand {
	body: string;
	signature: string;
}

function isObject(value: Json | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);
}

function laidOver(below: JsonObject, above: JsonObject): JsonObject {
	const merged: Record<string, Json> = { ...below };
	for (const [key, value] of Object.entries(above)) {
		const old = merged[key];
		merged[key] = isObject(old) && isObject(value) ? laidOver(old, value) : value;
	}
	return merged;
}

function campaignOf(state: AlturState, id: number | undefined) {
	if (id !== undefined) return state.campaign(String(id)).campaign;
	const [first] = state.all();
	if (!first) throw new Refusal(400, 'NO_CAMPAIGN', 'There is no campaign: name one with campaignId.');
	return first.campaign;
}

function callFacts(state: AlturState, id: string | undefined, origin: string) {
	const { conversations } = state;
	const call: StoredCall | undefined =
		id === undefined ? conversations.allCalls().at(-1) : conversations.call(id);
	if (!call) throw new Refusal(400, 'NO_CALL', 'There is no call yet: start one, or seed the demo.');
	const contacts =
		call.campaignId === undefined ? undefined : state.campaign(String(call.campaignId)).contacts;
	const contact = call.contact && contacts?.withPhone(call.contact.phone_number);
	return { call, contact, thread: conversations.thread(call.threadId), origin };
}

/**
 * Sends an event by hand, whatever the webhook's filters say. A type that Altur has not is sent with `fields` alone.
 * @throws Refusal when no webhook is set up, and for a call or a campaign that there is not
 */
export function sendByHand(
	event: EventByHand,
	state: AlturState,
	webhooks: Webhooks,
	origin: string,
): SentByHand {
	const asked = eventByHand.parse(event);
	if ('raw' in asked) return webhooks.sendRaw(asked.raw, asked.signature);
	const { type, callId, campaignId, fields } = asked;
	const made = (): { id: string; payload: JsonObject } => {
		switch (type) {
			case 'on_call_end':
				return callEnded(callFacts(state, callId, origin));
			case 'transfer_started':
			case 'transfer_completed':
				return callTransferred(type, callFacts(state, callId, origin));
			case 'campaign.status_changed': {
				const campaign = campaignOf(state, campaignId);
				return statusChanged(campaign, campaign.status);
			}
			case 'campaign.cycle_completed':
				return cycleCompleted(campaignOf(state, campaignId), 1, null);
			default:
				return { id: '', payload: { event_type: type } };
		}
	};
	const { id, payload } = made();
	return webhooks.sendPayload(type, id, laidOver(webhooks.vary(type, payload), fields));
}

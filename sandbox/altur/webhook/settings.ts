import { z } from 'zod';
import { campaignStatuses } from '../campaignFields';
import { bodyForms, signedForms } from './byteForm';

export const eventTypes = [
	'on_call_end',
	'campaign.status_changed',
	'campaign.cycle_completed',
	'transfer_started',
	'transfer_completed',
] as const;
export type EventType = (typeof eventTypes)[number];

/** base64 of "sandbox-secret". */
export const defaultSecret = 'c2FuZGJveC1zZWNyZXQ=';

const base64 = z
	.string()
	.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, 'is no base64')
	.min(4, 'is no base64');

/** What is set up in Altur's dashboard, and how this Altur behaves where the pages leave it open. */
export const webhookFields = {
	/** Without one nothing is sent. */
	url: z.string().url().nullable(),
	secret: base64,
	/** Which events are sent. */
	events: z.array(z.enum(eventTypes)),
	filters: z.strictObject({
		/** Of campaign.status_changed: the new status; all unless given. */
		status: z.array(z.enum(campaignStatuses)).optional(),
		/** Of transfer_started and transfer_completed; all unless given. */
		answered_by: z.array(z.enum(['human', 'machine', 'unknown'])).optional(),
	}),
	body: z.enum(bodyForms),
	signedOver: z.enum(signedForms),
	/** How often each event is sent. */
	repeats: z.number().int().min(1).max(10),
	/** Events are held back in groups of so many, and leave them in another order; 1 keeps the order. */
	shuffle: z.number().int().min(1).max(1000),
	shuffleSeed: z.number().int().min(0),
	/** Whether what may be null is null, what may be empty too, and what is newer than the first pages is absent. */
	nulls: z.boolean(),
	/** Whether call events lack their campaign_user; `no` for those of campaigns. */
	withoutCampaignUser: z.enum(['no', 'absent', 'null']),
	/** Whether on_call_end is sent for calls that nobody took; the pages do not say. */
	unconnectedCalls: z.boolean(),
	/** Requests at a time. */
	parallel: z.number().int().min(1).max(1000),
	/** Milliseconds until an attempt without an answer counts as failed; not scaled. */
	timeoutMs: z.number().int().min(1),
};

const settings = z.strictObject(webhookFields);
export type WebhookSettings = z.output<typeof settings>;

/** Some of the settings, as given by an option or over HTTP. */
export const changedSettings = settings.partial();
export type ChangedSettings = z.input<typeof changedSettings>;

export const defaultSettings: WebhookSettings = {
	url: null,
	secret: defaultSecret,
	events: [...eventTypes],
	filters: {},
	body: 'compact',
	signedOver: 'body',
	repeats: 1,
	shuffle: 1,
	shuffleSeed: 1,
	nulls: false,
	withoutCampaignUser: 'no',
	unconnectedCalls: true,
	parallel: 10,
	timeoutMs: 5000,
};

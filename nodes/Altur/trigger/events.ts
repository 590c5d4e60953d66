import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod';
import { jsonObject } from '../../../n8n/responseSchemas';

/** docs.altur.io, Webhooks. The editor offers each as a trigger of its own: "On Call End". */
export const eventOptions: INodePropertyOptions[] = [
	{ name: 'All Events', value: '*', description: 'Whatever Altur sends, newer events too' },
	{
		name: 'Call End',
		value: 'on_call_end',
		description: 'A call ended: how it went, what was said, and what the agent found out',
	},
	{
		name: 'Campaign Cycle Completed',
		value: 'campaign.cycle_completed',
		description: 'A phone campaign has tried its contacts once more',
	},
	{
		name: 'Campaign Status Changed',
		value: 'campaign.status_changed',
		description: 'A campaign was started, paused, resumed or is finished, then with its analytics',
	},
	{
		name: 'Transfer Completed',
		value: 'transfer_completed',
		description: 'A call was put through to a person. Altur may not send it yet.',
	},
	{
		name: 'Transfer Started',
		value: 'transfer_started',
		description: 'A call is being put through to a person. Altur may not send it yet.',
	},
];

const text = z.string().nullish().catch(undefined);
const object = jsonObject.nullish().catch(undefined);
const tags = z.array(z.unknown()).nullish().catch(undefined);

/** What is known of a person; of a contact in a campaign (`campaign_user`), or as the older field has it (`end_user`). */
const person = z
	.object({
		f_id: z.unknown(),
		contact: z.unknown(),
		phone_number: z.unknown(),
		name: z.unknown(),
		display_name: z.unknown(),
		status: z.unknown(),
		extracted_data: object,
		tags,
	})
	.nullish()
	.catch(undefined);

/**
 * An event of a call, docs.altur.io "On Call End". Anything may be missing or null: campaign_user in calls outside of
 * campaigns, end_user since Altur wants to give it up, and the rest while the call goes on.
 */
const callEvent = z.object({
	id: text,
	status: text,
	type: text,
	answered_by: text,
	phone_number_from: text,
	phone_number_to: text,
	transfer_initiated_at: text,
	transfer_completed_at: text,
	transcript: z.array(z.unknown()).nullish().catch(undefined),
	assistant: z.object({ id: text }).nullish().catch(undefined),
	campaign_user: person,
	end_user: person,
});
export type CallEvent = z.infer<typeof callEvent>;

/** An event of a campaign, docs.altur.io "Campaign status changed" and "Campaign cycle completed". */
const campaignEvent = z.object({
	data: z.object({
		campaign: z.object({
			id: z.union([z.number(), z.string()]),
			name: z.unknown(),
			status: z.unknown(),
			previous_status: z.unknown(),
		}),
		cycle_iteration: z.unknown(),
		next_cycle_at: z.unknown(),
		analytics: object,
	}),
});
export type CampaignEvent = z.infer<typeof campaignEvent>['data'];

/** What came, read as far as it is known. */
export interface AlturEvent {
	/** The name of the event, as Altur writes it; '' when it names none. */
	type: string;
	/** As it came. */
	payload: IDataObject;
	call?: CallEvent;
	/** Also of an event that is not known here, when it names its campaign as the others do. */
	campaign?: CampaignEvent;
}

const envelope = z.object({ event_type: text, type: text });
const callEvents: readonly string[] = ['on_call_end', 'transfer_started', 'transfer_completed'];
const campaignEvents: readonly string[] = ['campaign.status_changed', 'campaign.cycle_completed'];

/** Whether all that an event holds is known here, so that a row can be made of it without losing any. */
export function isKnown(type: string): boolean {
	return callEvents.includes(type) || campaignEvents.includes(type);
}

/** Reads an event. Older calls name it in `type`, which now says whether a call is outbound. */
export function readEvent(payload: IDataObject): AlturEvent {
	const { event_type, type: older } = envelope.parse(payload);
	const type = event_type ?? (older && callEvents.includes(older) ? older : '');
	const isOfCall = callEvents.includes(type);
	return {
		type,
		payload,
		...(isOfCall && { call: callEvent.parse(payload) }),
		...(!isOfCall && { campaign: campaignEvent.safeParse(payload).data?.data }),
	};
}

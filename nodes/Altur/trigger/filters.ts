import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { answeredByOptions, callStatusOptions } from '../call/filters';
import { agentPicker } from '../campaign/fields/agentPicker';
import { campaignStatusOptions } from '../campaign/fields/statuses';
import { campaignPicker } from '../campaign/picker';
import { contactStatusOptions } from '../contact/statuses';
import { isOn, readFields, readId, readList } from '../readValue';
import type { AlturEvent, CallEvent, CampaignEvent } from './events';

/** Which events start a run: the others are answered, and spare one. */
export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description:
		'Which events start a run. All filters that are set must fit; those of calls pass campaign events.',
	options: [
		{
			...agentPicker,
			required: false,
			description: 'Only calls of this agent. The list shows the agents of your campaigns.',
		},
		{
			displayName: 'Answered By',
			name: 'answeredBy',
			type: 'multiOptions',
			default: [],
			description: 'Only calls that were answered so',
			options: answeredByOptions,
		},
		{
			displayName: 'Call Status',
			name: 'callStatus',
			type: 'multiOptions',
			default: [],
			description:
				'Only calls in these statuses. Altur does not say whether it sends Call End for a call that nobody took.',
			options: callStatusOptions,
		},
		{
			displayName: 'Campaign Status',
			name: 'campaignStatus',
			type: 'multiOptions',
			default: [],
			description: 'Only campaigns that came to one of these statuses',
			options: campaignStatusOptions,
		},
		{
			displayName: 'Campaigns',
			name: 'campaigns',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Campaign' },
			default: {},
			description:
				'Only events of these campaigns. Calls pass this filter, because Altur does not say of which campaign a call is.',
			options: [{ displayName: 'Campaign', name: 'campaign', values: [campaignPicker] }],
		},
		{
			displayName: 'Contact Status',
			name: 'contactStatus',
			type: 'multiOptions',
			default: [],
			description: 'Only calls after which the contact is in one of these statuses, such as Converted',
			options: contactStatusOptions,
		},
		{
			displayName: 'Only Calls of Campaign Contacts',
			name: 'onlyCampaignContacts',
			type: 'boolean',
			default: true,
			description: 'Whether to leave out calls of people who are in no campaign',
		},
		{
			displayName: 'Only With External ID',
			name: 'onlyWithExternalId',
			type: 'boolean',
			default: true,
			description:
				'Whether to leave out calls of contacts without an External ID, which no row of a sheet can be found by',
		},
	],
};

const lists = z.object({ campaign: z.array(z.object({ campaignId: z.unknown() })) });

/** Makes a test of what the form says: whether an event is wanted. */
export function wantedBy(form: unknown): (event: AlturEvent) => boolean {
	const filters = readFields(form);
	const rows = lists.safeParse(filters.campaigns).data?.campaign ?? [];
	const campaigns = rows.flatMap(({ campaignId }) => readId(campaignId) ?? []);
	const isWantedCall = callFilter(filters);
	const isWantedStatus = oneOf(filters.campaignStatus);
	const isWantedCampaign = (type: string, { campaign }: CampaignEvent) =>
		(campaigns.length === 0 || campaigns.includes(String(campaign.id))) &&
		(type !== 'campaign.status_changed' || isWantedStatus(campaign.status));
	return ({ type, call, campaign }) =>
		(!call || isWantedCall(call)) && (!campaign || isWantedCampaign(type, campaign));
}

function callFilter(filters: Record<string, unknown>): (call: CallEvent) => boolean {
	const isWantedStatus = oneOf(filters.callStatus);
	const isWantedAnswer = oneOf(filters.answeredBy);
	const isWantedContact = oneOf(filters.contactStatus);
	const agent = readId(filters.agentId) ?? '';
	return (call) =>
		isWantedStatus(call.status) &&
		isWantedAnswer(call.answered_by) &&
		isWantedContact(call.campaign_user?.status ?? call.end_user?.status) &&
		(agent === '' || call.assistant?.id === agent) &&
		(!isOn(filters.onlyCampaignContacts) || Boolean(call.campaign_user)) &&
		(!isOn(filters.onlyWithExternalId) || hasText(call.campaign_user?.f_id));
}

/** Everything is one of an empty list. */
function oneOf(form: unknown): (value: unknown) => boolean {
	const wanted = readList(form) ?? [];
	return (value) => wanted.length === 0 || (typeof value === 'string' && wanted.includes(value));
}

function hasText(value: unknown): boolean {
	return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
}

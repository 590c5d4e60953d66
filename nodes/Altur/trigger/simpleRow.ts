import type { IDataObject } from 'n8n-workflow';
import { jsonObject } from '../../../n8n/responseSchemas';
import { addColumns } from '../addColumns';
import { toTranscript } from '../message/transcript';
import { isKnown, type AlturEvent, type CallEvent, type CampaignEvent } from './events';

/**
 * Makes one flat row of an event, as a sheet likes it: the same keys whenever the event is the same, with null where Altur
 * says nothing, and newer fields only when it sends them. An event that is not known here keeps its payload.
 */
export function simpleRow({ type, payload, call, campaign }: AlturEvent): IDataObject {
	if (call) return callRow(type, payload, call);
	if (campaign && isKnown(type)) return campaignRow(type, payload, campaign);
	return { event: type, ...payload };
}

/** The contact of the campaign comes first; what it does not say, the older `end_user` may. */
function callRow(event: string, payload: IDataObject, call: CallEvent): IDataObject {
	const { campaign_user: contact, end_user: endUser } = call;
	const called = call.type === 'inbound' ? call.phone_number_from : call.phone_number_to;
	const tags = contact?.tags ?? endUser?.tags ?? [];
	const row = orNull({
		event,
		call_id: payload.id,
		f_id: contact?.f_id,
		contact: contact?.contact ?? endUser?.phone_number ?? called,
		name: contact?.name ?? endUser?.display_name,
		status: contact?.status ?? endUser?.status,
		call_status: payload.status,
		answered_by: payload.answered_by,
		duration: payload.duration,
		billed_duration: payload.billed_duration,
		ended_by: payload.ended_by,
		ended_reason: payload.ended_reason,
		started_at: payload.started_at,
		ended_at: payload.ended_at,
		tags: tags.filter((tag) => typeof tag === 'string').join(', '),
		transcript: toTranscript(call.transcript ?? []),
		recording_url: payload.recording_url,
		...newer(payload, ['thread_id', 'transfer_initiated_at', 'transfer_completed_at']),
	});
	return addColumns(row, contact?.extracted_data ?? endUser?.extracted_data, 'extracted_data');
}

function campaignRow(event: string, payload: IDataObject, campaign: CampaignEvent): IDataObject {
	const { campaign: of, cycle_iteration, next_cycle_at, analytics } = campaign;
	const row = orNull({
		event,
		event_id: payload.event_id,
		occurred_at: payload.occurred_at,
		campaign_id: of.id,
		name: of.name,
		status: of.status,
		previous_status: of.previous_status,
		...(event === 'campaign.cycle_completed' && { cycle_iteration, next_cycle_at }),
	});
	return addColumns(row, analytics, 'analytics');
}

/** Fields that only newer versions of Altur send. */
function newer(payload: IDataObject, names: readonly string[]): IDataObject {
	return Object.fromEntries(names.flatMap((name) => (name in payload ? [[name, payload[name]]] : [])));
}

/** A missing value would leave a sheet without its column. */
function orNull(values: Record<string, unknown>): IDataObject {
	return jsonObject.parse(
		Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null])),
	);
}

import { z } from 'zod';
import { Refusal } from '../server/refusal';
import type { Route } from '../server/service';
import type { Campaign } from './campaign';
import { fieldsOfChannel } from './campaignFields';
import { campaignDetail } from './campaignView';
import { datesInOrder, scheduledModeFields } from './cycles';
import { refuseUnknownTags } from './filters';
import { noQuery } from './listQueries';
import { read } from './read';
import type { AlturState } from './state';
import { immutableFields, updateCampaignSchema } from './updateCampaignSchema';
import type { CampaignUpdate } from './updateCampaignSchema';

const anyObject = z.record(z.unknown());

function refuseImmutable(body: unknown): void {
	for (const path of immutableFields) {
		let holder: unknown = body;
		const present = path.every((key) => {
			const object = anyObject.safeParse(holder);
			holder = object.data?.[key];
			return object.success && key in object.data;
		});
		if (!present) continue;
		const field = path.join('.');
		throw new Refusal(400, 'IMMUTABLE_FIELD', `${field} cannot be changed after creation.`, { field });
	}
}

function refuseOtherChannel(campaign: Campaign, update: CampaignUpdate): void {
	if (!campaign.integration) return;
	const other = campaign.integration.type === 'phone_call' ? 'whatsapp' : 'phone_call';
	const field = fieldsOfChannel[other].find((name) => update[name] !== undefined);
	if (field === undefined) return;
	throw new Refusal(400, 'INVALID_REQUEST', `${field} is only for ${other} campaigns`, { field });
}

/** The campaign's cycles with the given fields replaced. Throws what the update page names. */
function updatedCycles(campaign: Campaign, update: CampaignUpdate): Campaign['cycles'] {
	const { cycles: changes } = update;
	if (!changes || Object.keys(changes).length === 0) return campaign.cycles;
	if (!campaign.cycles?.enabled) {
		throw new Refusal(400, 'CYCLES_NOT_ENABLED', 'Cycles are not enabled on this campaign.', {
			field: 'cycles',
		});
	}
	if (campaign.cycles.mode === 'scheduled') {
		const cycles = { ...campaign.cycles, ...changes };
		if (datesInOrder(cycles)) return cycles;
		throw new Refusal(400, 'INVALID_REQUEST', 'schedule_end_date must not be before schedule_start_date', {
			field: 'cycles.schedule_end_date',
		});
	}
	const field = scheduledModeFields.find((name) => changes[name] !== undefined);
	if (field !== undefined) {
		throw new Refusal(400, 'SCHEDULED_MODE_ONLY', `${field} is only for cycles in scheduled mode.`, {
			field: `cycles.${field}`,
		});
	}
	const { max_iterations, cooldown_minutes, filter_statuses, filter_tags } = {
		...campaign.cycles,
		...changes,
	};
	return { ...campaign.cycles, max_iterations, cooldown_minutes, filter_statuses, filter_tags };
}

/** `PATCH /campaigns/{id}`: a given field replaces the old value whole, `scheduling` and lists included. */
export function updateCampaign(state: AlturState): Route {
	return {
		method: 'PATCH',
		path: '/campaigns/:id',
		handle({ params, query, body }) {
			read(noQuery, query);
			const { campaign } = state.campaign(params['id']);
			if (campaign.status === 'finished') {
				throw new Refusal(409, 'CAMPAIGN_FINISHED', 'A finished campaign is read-only.');
			}
			refuseImmutable(body);
			const update = read(updateCampaignSchema, body);
			refuseOtherChannel(campaign, update);
			refuseUnknownTags(state, update.cycles?.filter_tags);
			Object.assign(campaign, { ...update, cycles: updatedCycles(campaign, update) });
			return { status: 200, body: { success: true, campaign: campaignDetail(campaign) } };
		},
	};
}

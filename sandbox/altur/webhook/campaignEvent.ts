import type { Campaign } from '../campaign';
import type { CampaignStatus } from '../campaignFields';
import { projectMicroseconds } from '../projectTime';
import { randomId } from '../randomId';
import type { AlturEvent } from './event';
import { Float, type Json, type JsonObject } from './pythonJson';

function envelope(
	type: 'campaign.status_changed' | 'campaign.cycle_completed',
	data: JsonObject,
): { id: string; payload: JsonObject } {
	const id = randomId('evt');
	return {
		id,
		payload: {
			event_id: id,
			event_type: type,
			occurred_at: projectMicroseconds(new Date()),
			api_version: '1.0',
			project_id: 'prj_8YqL3mZxR1tV0nKfH9bA',
			data,
		},
	};
}

function shown(analytics: Record<string, number>): JsonObject {
	const isRate = (name: string): boolean => /rate$/i.test(name);
	return Object.fromEntries(
		Object.entries(analytics).map(([name, value]): [string, Json] => [
			name,
			isRate(name) ? new Float(value) : value,
		]),
	);
}

/** `campaign.status_changed`, with the analytics of a campaign that has finished. */
export function statusChanged(
	{ id, name, status, analytics }: Campaign,
	previous: CampaignStatus,
): AlturEvent {
	const type = 'campaign.status_changed';
	const data = {
		campaign: { id, name, status, previous_status: previous },
		...(status === 'finished' && analytics && { analytics: shown(analytics) }),
	};
	return { type, filterValue: status, ...envelope(type, data) };
}

/** `campaign.cycle_completed`; `nextAt` is null after the last cycle. */
export function cycleCompleted(
	{ id, name, status }: Campaign,
	iteration: number,
	nextAt: Date | null,
): AlturEvent {
	const type = 'campaign.cycle_completed';
	const data = {
		campaign: { id, name, status, previous_status: null },
		cycle_iteration: iteration,
		next_cycle_at: nextAt && projectMicroseconds(nextAt),
	};
	return { type, ...envelope(type, data) };
}

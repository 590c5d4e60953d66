import type { Json, JsonObject } from './pythonJson';
import type { WebhookSettings } from './settings';

/** Keys that on_call_end had not in its first version. */
const newer = ['thread_id', 'transfer_initiated_at', 'transfer_completed_at'];
const nullable = ['answered_by', 'end_user', 'cycle_iteration', 'next_cycle_at'];

function isObject(value: Json | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);
}

/** A person without the texts that they do not have, rather than with empty ones. */
function withoutEmptyTexts(value: Json): Json {
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, text === '' ? null : text]));
}

/** As the pages let an event be: with nulls, without keys that came later, without a campaign_user. */
export function varied(
	type: string,
	payload: JsonObject,
	{ nulls, withoutCampaignUser }: Pick<WebhookSettings, 'nulls' | 'withoutCampaignUser'>,
): JsonObject {
	const entries = Object.entries(payload).flatMap(([key, value]): [string, Json][] => {
		if (key === 'campaign_user') {
			if (withoutCampaignUser === 'absent') return [];
			if (withoutCampaignUser === 'null') return [[key, null]];
			return [[key, nulls ? withoutEmptyTexts(value) : value]];
		}
		if (!nulls) return [[key, value]];
		if (type === 'on_call_end' && newer.includes(key)) return [];
		if (nullable.includes(key)) return [[key, null]];
		if (key === 'data' && isObject(value)) {
			return [[key, varied(type, value, { nulls, withoutCampaignUser })]];
		}
		return [[key, value]];
	});
	return Object.fromEntries(entries);
}

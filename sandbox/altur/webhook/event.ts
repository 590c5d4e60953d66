import type { JsonObject } from './pythonJson';
import type { EventType } from './settings';

/** A thing that happened, as Altur tells of it. */
export interface AlturEvent {
	type: EventType;
	/** The event's own ID, or the call's. */
	id: string;
	payload: JsonObject;
	/** What a filter of the webhook goes by: the new status of a campaign, or who answered a call. */
	filterValue?: string | null;
	/** Set for the end of a call that nobody took. */
	unconnected?: boolean;
}

import { z } from 'zod';
import { beginBeforeEnd, momentSchema } from '../../dates';

/** What can be asked of a campaign's time: the names of the filters in the form and in the query, and their labels. */
export const dateFilters = {
	createdAfter: 'Created After',
	createdBefore: 'Created Before',
	startedAfter: 'Started After',
	startedBefore: 'Started Before',
	endedAfter: 'Ended After',
	endedBefore: 'Ended Before',
} as const;

export type DateFilter = keyof typeof dateFilters;

const spans = [
	['createdAfter', 'createdBefore'],
	['startedAfter', 'startedBefore'],
	['endedAfter', 'endedBefore'],
] as const;

/**
 * The times between which campaigns were created, started and ended (Altur's specification, GET /campaigns: ISO 8601,
 * inclusive; either end alone; "after" earlier than "before").
 *
 * @param timezone of the workflow, for dates that do not name their own
 */
export const campaignDatesSchema = (timezone: string) =>
	z
		.object({
			createdAfter: momentSchema(dateFilters.createdAfter, timezone),
			createdBefore: momentSchema(dateFilters.createdBefore, timezone),
			startedAfter: momentSchema(dateFilters.startedAfter, timezone),
			startedBefore: momentSchema(dateFilters.startedBefore, timezone),
			endedAfter: momentSchema(dateFilters.endedAfter, timezone),
			endedBefore: momentSchema(dateFilters.endedBefore, timezone),
		})
		.superRefine(beginBeforeEnd(dateFilters, spans));

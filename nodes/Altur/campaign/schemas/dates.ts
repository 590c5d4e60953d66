import { DateTime } from 'luxon';
import { z } from 'zod';

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

const moment = (filter: DateFilter, timezone: string) =>
	z
		.string()
		.transform((text) => DateTime.fromISO(text, { zone: timezone, setZone: true }).toUTC().toISO())
		.pipe(
			z.string({ message: `${dateFilters[filter]} must be a date such as 2026-08-31 or 2026-08-31T09:00` }),
		)
		.optional();

/**
 * The times between which campaigns were created, started and ended (Altur's specification, GET /campaigns: ISO 8601,
 * inclusive; either end alone; "after" earlier than "before").
 *
 * @param timezone of the workflow, for dates that do not name their own
 */
export const campaignDatesSchema = (timezone: string) =>
	z
		.object({
			createdAfter: moment('createdAfter', timezone),
			createdBefore: moment('createdBefore', timezone),
			startedAfter: moment('startedAfter', timezone),
			startedBefore: moment('startedBefore', timezone),
			endedAfter: moment('endedAfter', timezone),
			endedBefore: moment('endedBefore', timezone),
		})
		.superRefine((dates, context) => {
			for (const [after, before] of spans) {
				const [from, to] = [dates[after], dates[before]];
				if (from === undefined || to === undefined || from < to) continue;
				const message = `${dateFilters[before]} must be later than ${dateFilters[after]}`;
				context.addIssue({ code: 'custom', message });
			}
		});

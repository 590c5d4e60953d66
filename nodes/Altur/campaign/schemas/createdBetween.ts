import { DateTime } from 'luxon';
import { z } from 'zod';

/** Before there was an Altur. */
const theBeginning = '2000-01-01T00:00:00.000Z';

const moment = (label: string, timezone: string) =>
	z
		.string()
		.transform((text) => DateTime.fromISO(text, { zone: timezone, setZone: true }).toUTC().toISO())
		.pipe(z.string({ message: `${label} must be a date such as 2026-08-31 or 2026-08-31T09:00` }))
		.optional();

/**
 * The time in which a campaign was created. Altur takes `startDate` and `endDate` (ISO 8601) only together, so the
 * missing one is made up.
 *
 * @param timezone of the workflow, for dates that do not name their own
 */
export const createdBetweenSchema = (timezone: string) =>
	z
		.object({
			createdAfter: moment('Created After', timezone),
			createdBefore: moment('Created Before', timezone),
		})
		.transform(({ createdAfter, createdBefore }) =>
			createdAfter === undefined && createdBefore === undefined
				? {}
				: { startDate: createdAfter ?? theBeginning, endDate: createdBefore ?? DateTime.utc().toISO() },
		)
		.refine(
			({ startDate, endDate }) => startDate === undefined || endDate === undefined || startDate <= endDate,
			'Created Before must not be earlier than Created After',
		);

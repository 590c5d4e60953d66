import { DateTime } from 'luxon';
import { z } from 'zod';

/**
 * A time that a list is filtered by, from the form; Altur's specification wants ISO 8601, and takes either end of a
 * span alone.
 *
 * @param timezone of the workflow, for dates that do not name their own
 * @returns a schema that makes it a time in UTC
 */
export const momentSchema = (label: string, timezone: string) =>
	z
		.string()
		.transform((text) => DateTime.fromISO(text, { zone: timezone, setZone: true }).toUTC().toISO())
		.pipe(z.string({ message: `${label} must be a date such as 2026-08-31 or 2026-08-31T09:00` }))
		.optional();

/**
 * The rule that a span begins before it ends, for `superRefine`.
 *
 * @param labels of the times, by their names
 * @param spans the names of their ends
 */
export function beginBeforeEnd<Name extends string>(
	labels: Readonly<Record<Name, string>>,
	spans: ReadonlyArray<readonly [begin: Name, end: Name]>,
): (times: Partial<Record<Name, string>>, context: z.RefinementCtx) => void {
	return (times, context) => {
		for (const [begin, end] of spans) {
			const [from, to] = [times[begin], times[end]];
			if (from === undefined || to === undefined || from < to) continue;
			context.addIssue({ code: 'custom', message: `${labels[end]} must be later than ${labels[begin]}` });
		}
	};
}

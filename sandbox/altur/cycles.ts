import { z } from 'zod';
import { filterStatuses, filterTags } from './filters';
import { weekSchedule } from './weekSchedule';

/** A day as YYYY-MM-DD that exists in the calendar; null is none. */
const calendarDate = z.string().date().nullable();

/** The fields of `cycles` that an update may change. */
export const cycleFields = {
	max_iterations: z.number().int().min(2).max(12).optional(),
	cooldown_minutes: z.number().int().min(0).max(1440).optional(),
	filter_statuses: filterStatuses.optional(),
	filter_tags: filterTags.optional(),
	schedule: weekSchedule.optional(),
	schedule_start_date: calendarDate.optional(),
	schedule_end_date: calendarDate.optional(),
};

export const scheduledModeFields = ['schedule', 'schedule_start_date', 'schedule_end_date'] as const;

interface Dates {
	schedule_start_date?: string | null;
	schedule_end_date?: string | null;
}

/** ISO days compare as text. */
export function datesInOrder({ schedule_start_date: start, schedule_end_date: end }: Dates): boolean {
	return !start || !end || start <= end;
}

const inOrder = { message: 'schedule_end_date must not be before schedule_start_date' };

const enabledCycles = z.discriminatedUnion('mode', [
	z.strictObject({
		...cycleFields,
		enabled: z.literal(true),
		mode: z.literal('cooldown'),
		schedule: z.undefined({ message: 'is rejected in cooldown mode' }),
		schedule_start_date: z.undefined({ message: 'is rejected in cooldown mode' }),
		schedule_end_date: z.undefined({ message: 'is rejected in cooldown mode' }),
	}),
	z.strictObject({ ...cycleFields, enabled: z.literal(true), mode: z.literal('scheduled') }),
]);

/** With `enabled` false or left out, the rest of the block is ignored, whatever its values. */
const disabledCycles = z
	.strictObject({
		enabled: z.literal(false).optional(),
		mode: z.unknown(),
		...Object.fromEntries(Object.keys(cycleFields).map((field) => [field, z.unknown()])),
	})
	.transform(() => ({ enabled: false as const }));

/** `cycles` of a new campaign. */
export const newCycles = z
	.object({ enabled: z.boolean().optional() })
	.passthrough()
	.transform((block, context) => {
		const parsed = (block.enabled ? enabledCycles : disabledCycles).safeParse(block);
		if (parsed.success) return parsed.data;
		for (const issue of parsed.error.issues) context.addIssue(issue);
		return z.NEVER;
	})
	.refine((cycles) => !cycles.enabled || datesInOrder(cycles), inOrder);
export type Cycles = z.output<typeof newCycles>;

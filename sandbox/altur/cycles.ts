import { z } from 'zod';
import { weekSchedule } from './weekSchedule';

/** A day as YYYY-MM-DD that exists in the calendar. */
const calendarDate = z.string().date();

/** The fields of `cycles` that an update may change. */
export const cycleFields = {
	max_iterations: z.number().int().min(2).max(12).optional(),
	cooldown_minutes: z.number().int().min(0).max(1440).optional(),
	filter_statuses: z.array(z.string().min(1)).optional(),
	filter_tags: z.array(z.string().min(1)).optional(),
	schedule: weekSchedule.optional(),
	schedule_start_date: calendarDate.optional(),
	schedule_end_date: calendarDate.optional(),
};

export const scheduledModeFields = ['schedule', 'schedule_start_date', 'schedule_end_date'] as const;

/** ISO days compare as text. */
export function datesInOrder(dates: { schedule_start_date?: string; schedule_end_date?: string }): boolean {
	const { schedule_start_date: start, schedule_end_date: end } = dates;
	return start === undefined || end === undefined || start <= end;
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

import { z } from 'zod';
import { daySchema, textListSchema, wholeNumberSchema } from './fields';
import { labels } from '../fields/labels';
import { weekSchema } from './week';

/** No page gives the two numbers a range, so only whole numbers are asked for. */
const inBothModes = {
	max_iterations: wholeNumberSchema(labels.maxIterations).optional(),
	filter_statuses: textListSchema(labels.filterStatuses).optional(),
	filter_tags: textListSchema(labels.filterTags).optional(),
};

const inCooldownMode = {
	cooldown_minutes: wholeNumberSchema(labels.cooldownMinutes).optional(),
};

/** "When cycles.mode is cooldown, schedule* fields are rejected." */
const inScheduledMode = {
	schedule: weekSchema(labels.cyclesSchedule).optional(),
	schedule_start_date: daySchema(labels.scheduleStartDate).optional(),
	schedule_end_date: daySchema(labels.scheduleEndDate).optional(),
};

const day = z.string().date().optional().catch(undefined);

/**
 * The rule that the cycles end after they start. It stands beside the fields and gives no value of its own, so that
 * it is looked at also when another field is wrong.
 */
const endsAfterStart = z
	.object({ mode: z.unknown(), schedule_start_date: day, schedule_end_date: day })
	.refine(
		({ mode, schedule_start_date: start, schedule_end_date: end }) =>
			mode === 'cooldown' || start === undefined || end === undefined || start <= end,
		`${labels.scheduleEndDate} of the cycles must not be before ${labels.scheduleStartDate}`,
	)
	.transform(() => ({}));

const ofMode = z.discriminatedUnion(
	'mode',
	[
		z.object({ mode: z.literal('cooldown'), ...inCooldownMode }),
		z.object({ mode: z.literal('scheduled'), ...inScheduledMode }),
	],
	{ errorMap: () => ({ message: `${labels.mode} of the cycles must be cooldown or scheduled` }) },
);

/** `cycles` of a new campaign. Fields of the other mode are left out, whatever they hold. */
export const newCyclesSchema = z
	.object(inBothModes)
	.and(ofMode)
	.and(endsAfterStart)
	.transform((cycles) => ({ enabled: true as const, ...cycles }));

/** `cycles` of an update: without `enabled` and `mode`, which are immutable; the campaign's mode is not known here. */
export const changedCyclesSchema = z
	.object({ ...inBothModes, ...inCooldownMode, ...inScheduledMode })
	.and(endsAfterStart);

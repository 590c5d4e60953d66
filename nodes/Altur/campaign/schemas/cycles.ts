import { z } from 'zod';
import { daySchema, textListSchema, wholeNumberSchema } from './fields';
import { labels } from '../fields/labels';
import { weekSchema } from './week';

/** Altur's specification: `max_iterations` minimum 2, maximum 12; `cooldown_minutes` minimum 0, maximum 1440. */
export const iterationsRange = { from: 2, to: 12 };
export const cooldownMinutesRange = { from: 0, to: 1440 };

/** The filters exclude: contacts with these statuses, or with tags of these IDs, are left out of the next cycle. */
const inBothModes = {
	max_iterations: wholeNumberSchema(labels.maxIterations, iterationsRange).optional(),
	filter_statuses: textListSchema(labels.filterStatuses).optional(),
	filter_tags: textListSchema(labels.filterTags).optional(),
};

const inCooldownMode = {
	cooldown_minutes: wholeNumberSchema(labels.cooldownMinutes, cooldownMinutesRange).optional(),
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

import { z } from 'zod';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:MM');

const dayWindow = z
	.strictObject({ startTime: time.optional(), stopTime: time.optional(), active: z.boolean() })
	.refine(
		({ active, startTime, stopTime }) => !active || (startTime !== undefined && stopTime !== undefined),
		{
			message: 'an active day needs startTime and stopTime',
		},
	)
	.refine(({ startTime, stopTime }) => !startTime || !stopTime || startTime < stopTime, {
		message: 'stopTime must be after startTime',
	});

/** A week as in `scheduling` and `cycles.schedule`; the pages show all seven days but require none. */
export const weekSchedule = z.strictObject({
	mon: dayWindow.optional(),
	tue: dayWindow.optional(),
	wed: dayWindow.optional(),
	thu: dayWindow.optional(),
	fri: dayWindow.optional(),
	sat: dayWindow.optional(),
	sun: dayWindow.optional(),
});
export type WeekSchedule = z.output<typeof weekSchedule>;

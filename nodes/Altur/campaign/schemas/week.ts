import { z } from 'zod';
import { labels } from '../fields/labels';

/** The keys of a week in Altur's API, with the names that people know. */
export const dayNames = {
	mon: 'Monday',
	tue: 'Tuesday',
	wed: 'Wednesday',
	thu: 'Thursday',
	fri: 'Friday',
	sat: 'Saturday',
	sun: 'Sunday',
} as const;

type Day = keyof typeof dayNames;

const days: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A row of the schedule form: some days with the same hours. */
const windowSchema = z.object({ days: z.array(z.string()), startTime: z.string(), stopTime: z.string() });

export type Window = z.infer<typeof windowSchema>;

/** What Altur takes for a day; the vendor pages call the end of it `stopTime`. */
interface DayHours {
	startTime: string;
	stopTime: string;
	active: boolean;
}

/** 24-hour time. The pages show no form, only "<string>". */
const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * A week of the form, as windows, which becomes a week of the API.
 *
 * All seven days are sent with all three keys, as in the sample of the vendor pages, so that it does not matter
 * whether Altur requires them, nor whether an update replaces a week or merges into it. Days in no window are sent
 * as inactive, with the hours of the first window, because no page says that hours may be left out.
 *
 * @param label of the schedule in the form
 */
export const weekSchema = (label: string) =>
	z
		.array(windowSchema)
		.nonempty()
		.superRefine((windows, context) => {
			const taken = new Set<string>();
			for (const [index, window] of windows.entries()) {
				const place = windows.length === 1 ? label : `${label}, Hours ${index + 1}`;
				for (const problem of windowProblems(window, taken)) {
					context.addIssue({ code: 'custom', path: [index], message: `${place}: ${problem}` });
				}
			}
		})
		.transform(toWeek);

function windowProblems({ days: chosen, startTime, stopTime }: Window, taken: Set<string>): string[] {
	const problems: string[] = [];
	if (chosen.length === 0) problems.push(`${labels.days} is empty`);
	for (const day of chosen) {
		const known = days.find((one) => one === day);
		if (!known) problems.push(`"${day}" is no day; they are ${days.join(', ')}`);
		else if (taken.has(day))
			problems.push(`${dayNames[known]} has hours already; Altur takes one span a day`);
		taken.add(day);
	}
	const must = 'must be a time such as 09:00';
	if (!time.test(startTime)) problems.push(`${labels.startTime} ${must}`);
	if (!time.test(stopTime)) problems.push(`${labels.stopTime} ${must}`);
	const isOrdered = !time.test(startTime) || !time.test(stopTime) || startTime < stopTime;
	if (!isOrdered)
		problems.push(`${labels.stopTime} (${stopTime}) must be later than ${labels.startTime} (${startTime})`);
	return problems;
}

function toWeek(windows: [Window, ...Window[]]): Record<Day, DayHours> {
	const hours = (day: Day): DayHours => {
		const window = windows.find((one) => one.days.includes(day));
		const { startTime, stopTime } = window ?? windows[0];
		return { startTime, stopTime, active: window !== undefined };
	};
	return {
		mon: hours('mon'),
		tue: hours('tue'),
		wed: hours('wed'),
		thu: hours('thu'),
		fri: hours('fri'),
		sat: hours('sat'),
		sun: hours('sun'),
	};
}

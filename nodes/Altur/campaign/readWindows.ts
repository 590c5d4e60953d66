import { z } from 'zod';
import { valueToText } from '../../../bulk/clean/text';
import { readList } from '../readValue';
import type { Window } from './schemas/week';

const windows = z.object({ windows: z.array(z.record(z.unknown()).catch({})) }).catch({ windows: [] });

/** The windows of a weekly schedule; undefined when there are none. "9:00" is read as "09:00". */
export function readWindows(value: unknown): Window[] | undefined {
	const read = windows.parse(value).windows.map(({ days, startTime, stopTime }) => ({
		days: readList(days) ?? [],
		startTime: readTime(startTime),
		stopTime: readTime(stopTime),
	}));
	return read.length === 0 ? undefined : read;
}

function readTime(value: unknown): string {
	const text = valueToText(value)?.trim() ?? '';
	return /^\d:\d\d$/.test(text) ? `0${text}` : text;
}

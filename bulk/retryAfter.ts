import { z } from 'zod';

const throttleBody = z.object({ detail: z.string() });

/**
 * Reads how long a service wants to be left alone: `Retry-After` in seconds or as a date (RFC 9110), or Django REST
 * framework's "... available in N seconds." in the body's `detail`, which one public client of Altur relies on.
 *
 * @param now milliseconds since 1970, for the date form
 * @returns milliseconds, or undefined when the answer does not say
 */
export function retryAfter(headers: Record<string, string>, body: unknown, now: number): number | undefined {
	const header = headers['retry-after']?.trim();
	if (header) {
		if (/^\d+(\.\d+)?$/.test(header)) return Number(header) * 1000;
		// Without a time of day it is no date: Date.parse makes one of "-5" too.
		const date = header.includes(':') ? Date.parse(header) : NaN;
		if (!Number.isNaN(date)) return Math.max(0, date - now);
	}
	const told = throttleBody.safeParse(body);
	const seconds = told.success ? /(\d+(?:\.\d+)?)\s*second/i.exec(told.data.detail)?.[1] : undefined;
	return seconds === undefined ? undefined : Number(seconds) * 1000;
}

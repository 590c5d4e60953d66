import { z } from 'zod';

/** So much of a sentence is searched for a wait: a service may fill its answer with anything. */
const searched = 1000;

const throttleBody = z.object({ detail: z.string() });

/**
 * Reads how long a service wants to be left alone: `Retry-After` in seconds or as a date (RFC 9110), or Django REST
 * framework's "... available in N seconds." in the body's `detail`.
 *
 * @param now milliseconds since 1970, for the date form
 * @returns milliseconds, or undefined when the answer does not say
 */
export function readRetryAfter(
	headers: Record<string, string>,
	body: unknown,
	now: number,
): number | undefined {
	const header = headers['retry-after']?.trim();
	if (header) {
		if (/^\d+(\.\d+)?$/.test(header)) return finite(Number(header) * 1000);
		// Without a time of day it is no date: Date.parse makes one of "-5" too.
		const date = header.includes(':') ? Date.parse(header) : NaN;
		if (!Number.isNaN(date)) return Math.max(0, date - now);
	}
	const told = throttleBody.safeParse(body);
	const sentence = told.success ? told.data.detail.slice(0, searched) : '';
	const seconds = /(\d+(?:\.\d+)?)\s*second/i.exec(sentence)?.[1];
	return seconds === undefined ? undefined : finite(Number(seconds) * 1000);
}

function finite(milliseconds: number): number | undefined {
	return Number.isFinite(milliseconds) ? milliseconds : undefined;
}

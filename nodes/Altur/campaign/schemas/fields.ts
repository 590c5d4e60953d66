import { z } from 'zod';
import { labels } from '../fields/labels';

/** "Maximum string length: 255" (vendor pages "Create campaign" and "Update campaign"). */
const maxNameLength = 255;

/** A name. Altur counts characters, so an emoji is one. */
export const nameSchema = z
	.string({ message: `${labels.name} is empty` })
	.refine((name) => name.trim() !== '', `${labels.name} is empty`)
	.refine(
		(name) => [...name].length <= maxNameLength,
		`${labels.name} is longer than ${maxNameLength} characters`,
	);

/** An ID that was chosen or typed. Its form is left to Altur: the vendor's example `agent_id` is no UUID. */
export const chosenSchema = (label: string) =>
	z
		.string({ message: `${label} is empty: choose one from the list, or enter its ID` })
		.min(1, `${label} is empty: choose one from the list, or enter its ID`);

export const textSchema = (label: string) => z.string({ message: `${label} must be a text` });

/** A whole number, with the range where the vendor pages state one. */
export const wholeNumberSchema = (label: string, range?: { from: number; to: number }) => {
	const message = `${label} must be a whole number${range ? ` from ${range.from} to ${range.to}` : ''}`;
	const { from = -Infinity, to = Infinity } = range ?? {};
	return z.number({ message }).int(message).min(from, message).max(to, message);
};

/** "Required range: 0 <= x <= 5" */
export const retriesSchema = wholeNumberSchema(labels.retries, { from: 0, to: 5 });

/** "Required range: 1 <= x <= 10000" */
export const messageLimitSchema = wholeNumberSchema(labels.messageLimit, { from: 1, to: 10_000 });

const noTimeZone = `${labels.timezone} must be an IANA name such as America/Mexico_City`;

/** "IANA timezone". Offsets such as +02:00, which newer versions of Node take too, are none. */
export const timeZoneSchema = z.string({ message: noTimeZone }).refine(isTimeZone, noTimeZone);

function isTimeZone(name: string): boolean {
	try {
		return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
	} catch {
		return false;
	}
}

/** A day as YYYY-MM-DD, as the sample of the vendor pages writes it. */
export const daySchema = (label: string) => {
	const message = `${label} must be a day such as 2026-08-31`;
	return z.string({ message }).date(message);
};

export const textListSchema = (label: string) =>
	z.array(z.string(), { message: `${label} must be a list of texts` });

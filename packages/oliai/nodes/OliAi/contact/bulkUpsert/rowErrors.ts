import { z } from 'zod';
import { idOf } from '../../responses';

const position = z
	.union([z.number(), z.string().trim().regex(/^\d+$/).transform(Number)])
	.pipe(z.number().int().min(0))
	.optional()
	.catch(undefined);
const phone = idOf.optional().catch(undefined);
const named = z.object({ phoneNumber: phone, phone });
const nested = named.transform(({ phoneNumber, phone: other }) => phoneNumber ?? other).catch(undefined);

const refusalSchema = named.extend({ index: position, row: z.unknown(), contact: nested, data: nested });
const withRow = z.object({ row: nested });

/** What an item of `errors` says of which row. */
export interface RowError {
	/** OliAI's sentences; undefined when it gives none. */
	reason?: string;
	/** Of the row in the batch, from 0: "errors give index and reason". */
	index?: number;
	/** Another count of the rows, of which nobody knows whether it begins with 0 or 1. */
	row?: number;
	/** The phone number of the row. */
	phone?: string;
}

/** Reads an item of `errors` leniently: its keys are told in prose only. */
export function readRowError(item: unknown): RowError {
	const read = refusalSchema.safeParse(item);
	if (!read.success) return { reason: typeof item === 'string' ? sentenceOf(item) : undefined };
	const { index, row, contact, data, phoneNumber, phone: other } = read.data;
	const ofRow = withRow.safeParse(item).data?.row;
	return {
		reason: sentenceOf(item),
		index,
		row: position.parse(row),
		phone: phoneNumber ?? other ?? contact ?? data ?? ofRow,
	};
}

/** Where a reason may stand, the surest first; `constraints` is what NestJS calls it. */
const reasonKeys = ['reason', 'message', 'error', 'errors', 'messages', 'detail', 'details', 'constraints'];
const fields = z.record(z.unknown());
/** Reasons within reasons are looked for so deep. */
const maxDepth = 4;

/** The sentences in a value of any form, one after the other. */
function sentenceOf(value: unknown, depth = 0): string | undefined {
	if (typeof value === 'string') return value.trim().replace(/\.$/, '') || undefined;
	if (depth > maxDepth) return undefined;
	if (Array.isArray(value)) return joined(value.map((part) => sentenceOf(part, depth + 1)));
	const read = fields.safeParse(value).data ?? {};
	const known = reasonKeys
		.map((key) => sentenceOf(read[key], depth + 1))
		.find((found) => found !== undefined);
	if (known !== undefined || depth === 0) return known;
	return joined(Object.values(read).map((part) => sentenceOf(part, depth + 1)));
}

/** Puts sentences behind each other, each of them once. */
export function joined(sentences: ReadonlyArray<string | undefined>): string | undefined {
	return [...new Set(sentences.filter((one) => one !== undefined))].join('; ') || undefined;
}

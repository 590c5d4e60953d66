import type { Batch } from '../../../../../bulk/batches';
import type { BatchService } from '../../../../../bulk/deliver';
import { phoneDigits } from '../../../../../bulk/phone';
import { matchByIndex, matchByKey, noResult } from '../../../../../bulk/results';
import type { RowResult } from '../../../../../bulk/rows';
import { understands } from '../../../../../n8n/answerSchemas';
import { upsertedSchema, type BulkContact, type Upserted } from './schema';

/**
 * How OliAI takes a batch: POST /contacts/bulk, which creates or updates by phone number. Refused rows are told by
 * index, the others by their number.
 *
 * A request is sent again also when its end is unknown: the second time updates what the first time created, so
 * nothing is doubled. Only the status may then say `updated` for `created`.
 */
export const upsertService: BatchService<BulkContact> = {
	request: ({ rows }) => ({
		method: 'POST',
		path: '/contacts/bulk',
		body: Buffer.from(JSON.stringify({ contacts: rows.map(({ payload }) => payload) })),
		repeatable: true,
		understands: understands(upsertedSchema),
	}),
	results: readResults,
	tooLarge: ({ payload }) => ({
		status: 'failed',
		contact: payload.phoneNumber,
		problem: {
			code: 'TOO_LARGE',
			message: 'This row alone is larger than OliAI takes. Shorten its metadata.',
		},
	}),
};

function readResults({ rows }: Batch<BulkContact>, body: unknown): RowResult[] {
	const upserted = upsertedSchema.parse(body);
	const isNew = newContacts(upserted);
	const stored = matchByKey(
		rows.map(({ payload }) => phoneDigits(payload.phoneNumber)),
		upserted.contacts.map(({ id, phoneNumber }) => ({
			key: phoneDigits(phoneNumber),
			result: { status: isNew.has(id) ? 'created' : 'updated', id, contact: phoneNumber },
		})),
		noResult,
	);
	const refused = matchByIndex(
		rows.length,
		upserted.errors.map(({ index, reason, message, error }) => ({
			index,
			result: explainRow(reason ?? message ?? error ?? 'no reason given'),
		})),
	);
	return rows.map(({ payload }, position) => {
		const refusal = refused[position];
		const result = refusal && refusal !== noResult ? refusal : (stored[position] ?? noResult);
		return { ...result, contact: result.contact ?? payload.phoneNumber };
	});
}

function explainRow(reason: string): RowResult {
	const advice = /phone/i.test(reason)
		? 'Write the number with + and the country code, or set the Default Country under Options.'
		: 'Correct it in the row, and run this again for that row.';
	const message = `OliAI did not take this row: ${reason.replace(/\.$/, '')}. ${advice}`;
	return { status: 'failed', problem: { code: 'ROW_REFUSED', message } };
}

/**
 * Tells the created contacts from the updated ones. The reply counts both and lists them together; those that were
 * created just now are the ones with the latest `createdAt`.
 */
function newContacts({ contacts, created }: Upserted): Set<string> {
	const latestFirst = [...contacts].sort((a, b) => moment(b.createdAt) - moment(a.createdAt));
	return new Set(latestFirst.slice(0, created).map(({ id }) => id));
}

function moment(createdAt: string | undefined): number {
	const milliseconds = Date.parse(createdAt ?? '');
	return Number.isNaN(milliseconds) ? 0 : milliseconds;
}

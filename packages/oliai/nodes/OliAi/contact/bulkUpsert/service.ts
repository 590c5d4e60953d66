import type { Batch } from '../../../../../../bulk/batches';
import type { BatchService } from '../../../../../../bulk/batchService';
import { phoneDigits } from '../../../../../../bulk/clean/phone/cleanPhone';
import { matchByKey, noResult } from '../../../../../../bulk/results';
import type { RowResult } from '../../../../../../bulk/rows';
import { explainRefusal, foreseeRefusal, shortenReason } from './refusedRow';
import { readRowError } from './rowErrors';
import type { BulkContact } from '../schema';
import { tieRefusals } from './tieRefusals';
import { isUpsertResponse, readUpsertResponse, type StoredContact, type UpsertResponse } from './response';

/** Whether a Default Country is set for an item already, so that nobody is advised to set one. */
export type HasCountry = (itemIndex: number) => boolean;

/**
 * How OliAI takes a batch: POST /contacts/bulk, which creates or updates by phone number. Refused rows are told by
 * index, the others by their number.
 *
 * A request is sent again also when its end is unknown: the second time updates what the first time created, so
 * nothing is doubled. Only the status may then say `updated` for `created`.
 */
export function upsertService(hasCountry: HasCountry): BatchService<BulkContact> {
	return {
		request: ({ rows }) => ({
			method: 'POST',
			path: '/contacts/bulk',
			body: Buffer.from(JSON.stringify({ contacts: rows.map(({ payload }) => payload) })),
			retryable: true,
			understands: isUpsertResponse,
		}),
		results: (batch, body) => readResults(batch, readUpsertResponse(body), hasCountry),
		foresee: ({ itemIndex, payload }) => foreseeRefusal(payload, hasCountry(itemIndex)),
		tooLarge: ({ payload }) => ({
			status: 'failed',
			contact: payload.phoneNumber,
			problem: {
				code: 'TOO_LARGE',
				message: 'This row alone is larger than OliAI takes. Shorten its metadata.',
			},
		}),
	};
}

function readResults(
	{ rows }: Batch<BulkContact>,
	response: UpsertResponse,
	hasCountry: HasCountry,
): RowResult[] {
	const isNew = newContacts(response);
	const stored = matchByKey(
		rows.map(({ payload }) => phoneDigits(payload.phoneNumber)),
		response.contacts.map((contact) => ({
			key: phoneDigits(contact.phoneNumber),
			result: {
				status: isNew.has(contact) ? 'created' : 'updated',
				id: contact.id,
				contact: contact.phoneNumber,
			},
		})),
		noResult,
	);
	const sent = rows.map(({ payload: { phoneNumber } }, position) => ({
		phoneNumber,
		isStored: stored[position] !== noResult,
	}));
	const { byRow, ofSome } = tieRefusals(response.errors.map(readRowError), sent);
	return rows.map(({ itemIndex, payload: { phoneNumber } }, position) => {
		const reason = byRow.get(position);
		if (reason !== undefined) {
			const { contact, ...problem } = explainRefusal(reason, phoneNumber, hasCountry(itemIndex));
			return { status: 'failed', problem, contact };
		}
		const result = stored[position] ?? noResult;
		return result === noResult
			? { ...withoutResult(ofSome), contact: phoneNumber }
			: { ...result, contact: result.contact ?? phoneNumber };
	});
}

function withoutResult(ofSome: string | undefined): RowResult {
	const { problem } = noResult;
	if (ofSome === undefined || !problem) return noResult;
	return {
		...noResult,
		problem: {
			...problem,
			message: `${problem.message} OliAI says of some rows: "${shortenReason(ofSome)}"`,
		},
	};
}

/**
 * Tells the created contacts from the updated ones. The response counts both and lists them together; those that were
 * created just now are the ones with the latest `createdAt`.
 */
function newContacts({ contacts, created }: UpsertResponse): Set<StoredContact> {
	const latestFirst = [...contacts].sort((a, b) => moment(b.createdAt) - moment(a.createdAt));
	return new Set(latestFirst.slice(0, created));
}

function moment(createdAt: string | undefined): number {
	const milliseconds = Date.parse(createdAt ?? '');
	return Number.isNaN(milliseconds) ? 0 : milliseconds;
}

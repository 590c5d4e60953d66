import type { Batch } from '../../../../bulk/batches';
import type { BatchService } from '../../../../bulk/batchService';
import { idempotencyKey } from '../../../../bulk/idempotencyKey';
import { matchByIndex, noResult } from '../../../../bulk/results';
import type { RowResult } from '../../../../bulk/rows';
import { understands } from '../../../../n8n/responseSchemas';
import { readBlamedContacts } from './blamedContacts';
import { foreseeRefusal } from './foreseen';
import { explainRow } from './rowProblems';
import { contactStatuses } from './output';
import { addedContactSchema, addedContactsSchema, type AddedContact, type Contact } from '../schema';
import type { Target } from './target';

const statuses: ReadonlySet<string> = new Set(contactStatuses.map(({ status }) => status));

/**
 * How Altur takes a batch of contacts: POST /campaigns/{id}/contacts with an Idempotency-Key, results by index.
 *
 * @param scope of the idempotency keys: requests of one scope with the same content are the same request
 * @param targets where the rows of each group go
 * @param countryOf the Default Country of an item, if one is set, so that nobody is advised to set one
 */
export function addContactsService(
	scope: readonly string[],
	targets: ReadonlyMap<string, Target>,
	countryOf: (itemIndex: number) => string | undefined = () => undefined,
): BatchService<Contact> {
	return {
		request(batch) {
			const target = targets.get(batch.group);
			const body = Buffer.from(
				JSON.stringify({
					if_duplicate: target?.ifDuplicate,
					contacts: batch.rows.map((row) => row.payload),
				}),
			);
			const key = idempotencyKey([...scope, batch.group, batch.number, ...(batch.after ?? [])], body);
			return {
				method: 'POST',
				path: `/campaigns/${target?.campaignId ?? ''}/contacts`,
				headers: { 'Idempotency-Key': key },
				idempotencyKey: key,
				body,
				retryable: true,
				understands: understands(addedContactsSchema),
			};
		},
		results: (batch, body) => readResults(batch, body, countryOf),
		blamedRows({ rows }, { kind, body, mayHaveBeenApplied }) {
			if (kind !== 'refused') return new Map();
			const phones = rows.map(({ payload }) => payload.contact);
			const countryAt = (place: number) => countryOf(rows[place]?.itemIndex ?? 0);
			const problems = readBlamedContacts(body, phones, countryAt);
			// An earlier try of the request may have stored it all the same.
			const doubt = mayHaveBeenApplied ? ' Altur may have added it all the same.' : '';
			return new Map(
				[...problems].map(([place, { message, ...problem }]) => [
					place,
					{
						status: 'failed',
						contact: phones[place],
						problem: { ...problem, message: `${message}${doubt}` },
					},
				]),
			);
		},
		foresee: ({ itemIndex, payload }) => foreseeRefusal(payload, countryOf(itemIndex)),
		tooLarge: (row) => ({
			status: 'failed',
			contact: row.payload.contact,
			problem: explainRow('TOO_LARGE', row.payload.contact),
		}),
	};
}

type CountryOf = (itemIndex: number) => string | undefined;

function readResults(batch: Batch<Contact>, body: unknown, countryOf: CountryOf): RowResult[] {
	const { results } = addedContactsSchema.parse(body);
	const answered = results.flatMap((entry) => {
		const read = addedContactSchema.safeParse(entry);
		return read.success ? [{ index: read.data.index, result: readResult(batch, read.data, countryOf) }] : [];
	});
	return matchByIndex(batch.rows.length, answered);
}

function readResult(batch: Batch<Contact>, entry: AddedContact, countryOf: CountryOf): RowResult {
	const { index, status, id, contact, error } = entry;
	const row = batch.rows[index];
	const sent = row?.payload.contact ?? '';
	const isKnown = status !== undefined && statuses.has(status);
	const result = { status: isKnown ? status : 'failed', id, contact: contact ?? sent };
	if (result.status !== 'failed') return result;
	const code = error?.code ?? status;
	if (code === undefined) return { ...noResult, contact: sent };
	return {
		...result,
		problem: explainRow(code, sent, row && countryOf(row.itemIndex), error?.message),
		isTransient: code === 'SERVER_ERROR',
	};
}

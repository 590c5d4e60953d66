import type { Batch } from '../../../../../../bulk/batches';
import type { BatchService } from '../../../../../../bulk/batchService';
import { phoneDigits } from '../../../../../../bulk/clean/phone/cleanPhone';
import { matchByKey } from '../../../../../../bulk/results';
import type { RowResult } from '../../../../../../bulk/rows';
import { understands } from '../../../../../../n8n/responseSchemas';
import { addStatuses } from '../output';
import type { Targets } from './rows';
import { addedContactSchema, addedContactsSchema, type Contact } from '../schema';

const statuses: ReadonlySet<string> = new Set(addStatuses.map(({ status }) => status));

const numberNotMentioned: RowResult = {
	status: 'failed',
	problem: {
		code: 'NO_RESULT',
		message: 'The answer says nothing about this number. It may be in; running it again is safe.',
	},
};

const noStatus: RowResult = {
	status: 'failed',
	problem: {
		code: 'NO_STATUS',
		message: 'Octopush does not say what became of this number. It may be in; running it again is safe.',
	},
};

const probablyBlacklisted: RowResult = {
	status: 'skipped',
	problem: { code: 'NOT_IN_REPLY', message: 'not in the reply (blacklisted?)' },
};

/**
 * How Octopush takes a batch of contacts: POST /contact/create. The answer has no index, so rows are matched by
 * number.
 *
 * A request is sent again also when its end is unknown: Octopush keeps one contact per number, so the second time
 * overwrites it with the same values, or keeps it. Only the status may then say `updated` or `skipped` for `added`.
 *
 * @param targets where the rows of each group go
 */
export function addContactsService(targets: Targets): BatchService<Contact> {
	return {
		request({ group, rows }) {
			const target = targets.get(group);
			const body = {
				contacts: rows.map(({ payload }) => payload),
				list_name: target?.listName,
				tag_name: target?.tagName,
				auto_remove_blacklisted_numbers: target?.removeBlacklisted || undefined,
				do_not_overwrite: target?.keep || undefined,
			};
			return {
				method: 'POST',
				path: '/contact/create',
				body: Buffer.from(JSON.stringify(body)),
				retryable: true,
				understands: understands(addedContactsSchema),
			};
		},
		results: (batch, body) =>
			readResults(
				batch,
				body,
				targets.get(batch.group)?.removeBlacklisted ? probablyBlacklisted : numberNotMentioned,
			),
		tooLarge: ({ payload }) => ({
			status: 'failed',
			contact: payload.phone_number,
			problem: {
				code: 'TOO_LARGE',
				message: 'This row alone is larger than Octopush takes. Shorten its parameters.',
			},
		}),
	};
}

function readResults({ rows }: Batch<Contact>, body: unknown, missing: RowResult): RowResult[] {
	const { items } = addedContactsSchema.parse(body);
	const read = items.flatMap((item) => addedContactSchema.safeParse(item).data ?? []);
	const results = matchByKey(
		rows.map(({ payload }) => phoneDigits(payload.phone_number)),
		read.map((item) => ({ key: phoneDigits(item.phone_number), result: toResult(item.status) })),
		// An item without a number may be about any row that seems to be missing.
		read.length === items.length ? missing : numberNotMentioned,
	);
	return results.map((result, index) => ({ ...result, contact: rows[index]?.payload.phone_number }));
}

function toResult(status: string | undefined): RowResult {
	if (status === undefined) return noStatus;
	if (status !== 'failed' && statuses.has(status)) return { status };
	const message = `Octopush answered with the status "${status}", which this node does not know.`;
	return { status: 'failed', problem: { code: 'UNKNOWN_STATUS', message } };
}

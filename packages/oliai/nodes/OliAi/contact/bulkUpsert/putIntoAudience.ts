import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { BulkRow, RowProblem, RowResult } from '../../../../../../bulk/rows';
import type { Client } from '../../../../../../bulk/request/send';
import type { SecondStep } from '../../../../../../n8n/fileLoad/secondLoad';
import { LoadAccount } from '../../../../../../n8n/load/account';
import { loadItems } from '../../../../../../n8n/load/loadItems';
import { retryIsHarmless } from '../../../../../../n8n/messages';
import { audiencePicker } from '../../audience/picker';
import { addToAudienceRequest, idService } from '../../byId/service';
import { contactMessages } from '../errors';
import type { KnownContact } from '../output';

/** The form fields that say whether contacts are put into an audience. */
export const audienceFields: INodeProperties[] = [
	{
		displayName: 'Add to Audience',
		name: 'addToAudience',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description: 'Whether to put the contacts into an audience, after they are stored',
	},
	{ ...audiencePicker, displayOptions: { show: { addToAudience: [true] } } },
];

const isStored = ({ status }: RowResult) => !['failed', 'suppressed', 'not_sent'].includes(status);

const isForAudience = ({ id }: RowResult, known: Partial<KnownContact> = {}) =>
	id !== undefined && known.audienceId !== undefined;

const audienceStatuses = [
	{ status: 'added', label: 'In the audience' },
	{ status: 'failed', label: 'Failed' },
];

const unnamed = { code: 'NO_CONTACT_ID', message: 'OliAI did not tell its ID. Run this again for that row.' };

/**
 * The second half of "create or update, then add to audience": puts the stored contacts into their audiences.
 *
 * @param stored the results of the first half, in the order of the items
 * @returns the same results; a contact that did not come into its audience is `failed`, and says that it is stored
 * @throws NodeApiError for a request that finally failed, unless On Error is Continue
 */
export async function putIntoAudience(
	context: IExecuteFunctions,
	stored: readonly RowResult[],
	known: ReadonlyMap<number, Partial<KnownContact>>,
	batchSize: number,
	client: Client,
): Promise<RowResult[]> {
	async function* rows(): AsyncGenerator<BulkRow<string>> {
		for (const [itemIndex, { id }] of stored.entries()) {
			const group = known.get(itemIndex)?.audienceId;
			if (id !== undefined && group !== undefined) {
				yield { itemIndex, group, orderKey: `${group} ${id}`, payload: id };
			}
		}
	}
	const service = idService(addToAudienceRequest);
	const count = stored.filter(isStored).length;
	const progress =
		count === stored.length
			? 'All contacts are stored.'
			: `${count} of ${stored.length} contacts are stored; the others are not.`;
	const messages = contactMessages('added to the audience', `${progress} ${retryIsHarmless}`);
	const account = new LoadAccount(context, {
		service: 'OliAI',
		statuses: audienceStatuses,
		before: progress,
	});
	const rowCount = stored.filter((result, itemIndex) => isForAudience(result, known.get(itemIndex))).length;
	const toLoad = { rows: rows(), batchSize, service, client };
	const added = await loadItems(context, toLoad, messages, account, rowCount);
	return stored.map((result, itemIndex) => {
		if (!isStored(result) || known.get(itemIndex)?.audienceId === undefined) return result;
		return withAudience(result, added[itemIndex]?.problem);
	});
}

/** @param problem why the contact did not come into the audience, if it did not */
function withAudience(stored: RowResult, added: RowProblem | undefined): RowResult {
	const problem = stored.id === undefined ? unnamed : added;
	if (!problem) return stored;
	const message = `The contact is stored, but not in the audience: ${problem.message}`;
	return { ...stored, status: 'failed', problem: { ...problem, message } };
}

/**
 * The same for the rows of a file: each contact goes into the audience as soon as it is stored.
 *
 * @param audienceId of all rows
 */
export function audienceStep(audienceId: string, batchSize: number, client: Client): SecondStep<string> {
	return {
		client,
		batchSize,
		service: idService(addToAudienceRequest),
		messages: contactMessages('added to the audience', retryIsHarmless),
		row(itemIndex, stored) {
			const { id } = stored;
			if (!isStored(stored)) return stored;
			if (id === undefined) return withAudience(stored, undefined);
			return { itemIndex, group: audienceId, orderKey: id, payload: id };
		},
		result: (stored, { problem }) => withAudience(stored, problem),
	};
}

import type { Batch } from '../../../../../bulk/batches';
import type { BatchService } from '../../../../../bulk/batchService';

/** A request about many contacts by their IDs. */
export interface IdRequest {
	path: string;
	/** @param group the audience, or '' */
	body(contactIds: string[], group: string): Record<string, unknown>;
	/** The status of all rows of a request that was taken, from its answer and the number of different IDs in it. */
	status(response: unknown, count: number): string;
}

/**
 * How OliAI takes IDs of contacts: to put them into an audience, take them out, or delete them. Each of it comes to
 * the same when it is done twice, so a request is sent again also when its end is unknown.
 */
export function idService({ path, body, status }: IdRequest): BatchService<string> {
	return {
		repeats: 'together',
		request: (batch) => ({
			method: 'POST',
			path: path.replace('{audience}', encodeURIComponent(batch.group)),
			body: Buffer.from(JSON.stringify(body(differentIds(batch), batch.group))),
			retryable: true,
		}),
		results: (batch, response) => {
			const ofAll = status(response, differentIds(batch).length);
			return batch.rows.map(({ payload }) => ({ status: ofAll, id: payload }));
		},
		tooLarge: ({ payload }) => ({
			status: 'failed',
			id: payload,
			problem: { code: 'TOO_LARGE', message: 'OliAI found a request with this ID alone too large.' },
		}),
	};
}

function differentIds({ rows }: Batch<string>): string[] {
	return [...new Set(rows.map(({ payload }) => payload))];
}

/** POST /contacts/add-to-audience (vendor page "Contacts"). */
export const addToAudienceRequest: IdRequest = {
	path: '/contacts/add-to-audience',
	body: (contactIds, audienceId) => ({ contactIds, audienceId }),
	status: () => 'added',
};

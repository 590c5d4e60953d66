import type { BatchService } from '../../../bulk/batchService';

/** A service that takes texts, joined by commas, and creates each. */
export const plainService: BatchService<string> = {
	request: ({ rows }) => ({
		method: 'POST',
		path: '/contacts',
		body: Buffer.from(rows.map(({ payload }) => payload).join()),
		retryable: true,
	}),
	results: ({ rows }) => rows.map(() => ({ status: 'created' })),
	tooLarge: () => ({ status: 'failed' }),
};

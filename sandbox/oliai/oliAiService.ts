import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { summarize } from '../server/journalSummary';
import type { RateLimit } from '../server/rateLimit';
import { Refusal } from '../server/refusal';
import { seedNames } from '../server/sandbox';
import type { SeedName } from '../server/sandbox';
import type { Service } from '../server/service';
import { audienceRoutes } from './audienceRoutes';
import { bulkUpsert, idRoutes } from './bulkRoutes';
import { contactRoutes } from './contactRoutes';
import type { OliAiState } from './state';

export interface OliAiServiceOptions {
	apiKey: string;
	seed: SeedName;
	/** The key's limits; bulk requests count for both, the stricter reading of the page. */
	rateLimits: { general: RateLimit; bulk: RateLimit } | false;
}

/** OliAI on a given state, for the server to run. */
export function oliAiService(state: OliAiState, { apiKey, seed, rateLimits }: OliAiServiceOptions): Service {
	const general = rateLimits ? [rateLimits.general] : [];
	const bulk = rateLimits ? [rateLimits.general, rateLimits.bulk] : [];
	return {
		basePath: '/v1',
		rateLimits: general,
		resultsKey: 'contacts',
		keyHeader: 'x-api-key',
		routes: [bulkUpsert(state, bulk), ...idRoutes(state), ...contactRoutes(state), ...audienceRoutes(state)],
		authorize(headers) {
			const key = headers['x-api-key'];
			if (key === undefined || key === '') throw new Refusal(401, 'UNAUTHORIZED', 'API key is required');
			if (key !== apiKey) throw new Refusal(401, 'UNAUTHORIZED', 'Invalid API key');
		},
		errorBody: ({ status, message, extra }) => ({
			statusCode: status,
			message: extra['problems'] ?? message,
			error: STATUS_CODES[status] ?? 'Error',
		}),
		state: (rows) => state.dump(rows),
		summary: (requests) => ({
			contactPosts: summarize(requests.filter(({ route }) => route === 'POST /contacts/bulk')),
			rowsStored: state.contacts().length,
		}),
		reset(name = seed) {
			state.clear();
			if (z.enum(seedNames).parse(name) === 'empty') return;
			state.createAudience({ name: 'Renewals in March', description: 'Policies that end in March' });
			state.createAudience({ name: 'New customers' });
		},
	};
}

import { z } from 'zod';
import { summarize } from '../server/journalSummary';
import type { RateLimit } from '../server/rateLimit';
import { Refusal } from '../server/refusal';
import { seedNames } from '../server/sandbox';
import type { SeedName } from '../server/sandbox';
import type { Route, Service } from '../server/service';
import { addContacts, removeContacts } from './contactRoutes';
import { createList, deleteList, emptyList } from './listRoutes';
import { read } from './read';
import { digitsOf } from './state';
import type { OctopushState } from './state';

/** How replies spell phone numbers. The pages do not say whether they come back as sent. */
export const replyNumbers = ['asSent', 'digits', 'doubleZero', 'spaced'] as const;
export type ReplyNumbers = (typeof replyNumbers)[number];

interface OctopushServiceOptions {
	apiLogin: string;
	apiKey: string;
	seed: SeedName;
	rateLimit?: RateLimit;
	replyNumbers: ReplyNumbers;
	unauthorizedStatus: number;
}

const spellings: Record<ReplyNumbers, (number: string) => string> = {
	asSent: (number) => number,
	digits: digitsOf,
	doubleZero: (number) => `00${digitsOf(number)}`,
	spaced: (number) => `+${digitsOf(number).replace(/(\d{2})(?=\d)/g, '$1 ')}`,
};

/** The numeric codes of the vendor's table; 0 where it has none. */
const codes: Record<string, number> = { UNAUTHORIZED: 101, INVALID_REQUEST: 100, NO_CREDIT: 104 };

const balanceQuery = z.strictObject({ with_details: z.enum(['true', 'false']).default('false') });

const checkBalance: Route = {
	method: 'GET',
	path: '/wallet/check-balance',
	handle({ query }) {
		const { with_details } = read(balanceQuery, query);
		const details = { details: [{ product_name: 'sms_premium', amount: 12.54 }] };
		return { status: 200, body: { amount: 12.54, unit: 'euros', ...(with_details === 'true' && details) } };
	},
};

/** Octopush on a given state, for the server to run. */
export function octopushService(state: OctopushState, options: OctopushServiceOptions): Service {
	const addRoute = addContacts(state, spellings[options.replyNumbers]);
	return {
		basePath: '/v1/public',
		rateLimits: options.rateLimit ? [options.rateLimit] : [],
		resultsKey: 'items',
		keyHeader: 'api-key',
		routes: [
			addRoute,
			removeContacts(state),
			createList(state),
			emptyList(state),
			deleteList(state),
			checkBalance,
		],
		authorize(headers) {
			if (headers['api-login'] === options.apiLogin && headers['api-key'] === options.apiKey) return;
			throw new Refusal(options.unauthorizedStatus, 'UNAUTHORIZED', 'Authentication failure.');
		},
		errorBody: ({ code, message }) => ({ code: codes[code] ?? 0, message }),
		state: (rows) => state.dump(rows),
		summary: (requests) => ({
			contactPosts: summarize(requests.filter(({ route }) => route === 'POST /contact/create')),
			rowsStored: state.size,
		}),
		reset(seed = options.seed) {
			state.clear();
			if (z.enum(seedNames).parse(seed) === 'empty') return;
			state.addList('my_list');
			state.blacklist(['+33600000013']);
		},
	};
}

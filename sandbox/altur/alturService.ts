import { z } from 'zod';
import { controlBody } from '../server/controlRoutes';
import { summarize } from '../server/journalSummary';
import type { RateLimit } from '../server/rateLimit';
import { Refusal } from '../server/refusal';
import { seedNames } from '../server/sandbox';
import type { SeedName } from '../server/sandbox';
import type { Route, Service } from '../server/service';
import { addContacts } from './addContacts';
import type { OmittedOnUpdate } from './addContacts';
import type { ConcurrencyKey } from './campaignView';
import { deleteContact, getContact, listContacts } from './contactRoutes';
import { getCall, getRecording, listCalls, startCall } from './conversation/callRoutes';
import { demoCalls } from './conversation/demoCalls';
import { createEndUser, deleteEndUser, getEndUser, putEndUser } from './conversation/endUser';
import { seedCall } from './conversation/seedCall';
import { getThread, listMessages, sendMessage } from './conversation/threadRoutes';
import { createCampaign, getCampaign } from './createCampaign';
import { demoAgents, demoCampaigns, demoTagIds } from './demoSeed';
import { errorBody } from './errorBody';
import type { ErrorShape } from './errorBody';
import { runCampaignAction } from './lifecycle';
import { listCampaigns } from './listCampaigns';
import { seedCampaign, seedCampaignSchema } from './seedCampaign';
import type { ThrottledAs } from './specifiedError';
import type { AlturState } from './state';
import type { Player } from './playing/player';
import { updateCampaign } from './updateCampaign';
import { addWebhookRoutes } from './webhook/webhookRoutes';
import type { Webhooks } from './webhook/webhooks';

interface AlturServiceOptions {
	apiKey: string;
	seed: SeedName;
	rateLimit: RateLimit | false;
	errorShape: ErrorShape;
	omittedOnUpdate: OmittedOnUpdate;
	throttledAs: ThrottledAs;
	concurrencyKey: ConcurrencyKey;
	billingLimitReached: boolean;
}

/** What Altur does besides answering. */
interface OwnDoing {
	webhooks: Webhooks;
	/** Absent when nothing rings by itself. */
	player?: Player;
	/** Where this Altur is reached: `http://127.0.0.1:4010`. */
	origin(): string;
}

function nameOf({ method, path }: Route): string {
	return `${method} ${path}`;
}

/** Altur on a given state, for the server to run. */
export function alturService(
	state: AlturState,
	options: AlturServiceOptions,
	{ webhooks, player, origin }: OwnDoing,
): Service {
	const contactsRoute = addContacts(state, options.omittedOnUpdate);
	return {
		basePath: '/api/v1.0',
		rateLimits: options.rateLimit ? [options.rateLimit] : [],
		resultsKey: 'results',
		routes: [
			listCampaigns(state, options.concurrencyKey),
			createCampaign(state, options.billingLimitReached),
			getCampaign(state),
			updateCampaign(state),
			runCampaignAction(state),
			contactsRoute,
			listContacts(state),
			getContact(state),
			deleteContact(state),
			listCalls(state),
			getCall(state),
			getRecording(state),
			startCall(state),
			getThread(state),
			listMessages(state),
			sendMessage(state),
			createEndUser(state),
			getEndUser(state),
			putEndUser(state),
			deleteEndUser(state),
		],
		authorize(headers) {
			if (headers['authorization'] === undefined) {
				throw new Refusal(401, 'UNAUTHORIZED', 'Authentication credentials were not provided.');
			}
			if (headers['authorization'] !== `api-key ${options.apiKey}`) {
				throw new Refusal(401, 'UNAUTHORIZED', 'Invalid API key.');
			}
		},
		errorBody: (refusal, route) =>
			errorBody(refusal, options.errorShape, { route: route && nameOf(route), ...options }),
		state: (rows) => state.dump(rows),
		summary(requests) {
			const route = nameOf(contactsRoute);
			const rowsStored = state.all().map(({ campaign, contacts }) => [campaign.id, contacts.size] as const);
			return {
				contactPosts: summarize(requests.filter((request) => request.route === route)),
				rowsStored: rowsStored.reduce((sum, [, count]) => sum + count, 0),
				rowsStoredByCampaign: Object.fromEntries(rowsStored),
			};
		},
		reset(seed = options.seed) {
			const name = z.enum(seedNames).parse(seed);
			player?.clear();
			webhooks.reset();
			state.clear();
			if (name === 'empty') return;
			state.agents = demoAgents;
			state.tagIds = demoTagIds;
			for (const campaign of demoCampaigns) seedCampaign(state, campaign);
			for (const { campaignId, call } of demoCalls) seedCall(state, campaignId, call);
		},
		close() {
			player?.clear();
			webhooks.reset();
		},
		addControlRoutes(control) {
			addWebhookRoutes(control, state, webhooks, origin);
			control.post('/campaigns', async (request) =>
				seedCampaign(state, seedCampaignSchema.parse(controlBody(request) ?? {})),
			);
		},
	};
}

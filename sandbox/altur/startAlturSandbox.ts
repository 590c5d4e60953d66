import type { RateLimit } from '../server/rateLimit';
import { defaults, startSandbox } from '../server/sandbox';
import type { Sandbox, SandboxOptions, ServiceLimits } from '../server/sandbox';
import type { OmittedOnUpdate } from './addContacts';
import { alturService } from './alturService';
import type { Campaign } from './campaign';
import type { SeedCall, StoredCall } from './conversation/call';
import { seedCall } from './conversation/seedCall';
import type { ConcurrencyKey } from './campaignView';
import type { ErrorShape } from './errorBody';
import { seedCampaign } from './seedCampaign';
import type { SeedCampaign } from './seedCampaign';
import { Player } from './playing/player';
import type { PlaySettings } from './playing/settings';
import type { ThrottledAs } from './specifiedError';
import { AlturState } from './state';
import type { StateDump } from './state';
import { sendByHand, type EventByHand, type SentByHand } from './webhook/byHand';
import { statusChanged } from './webhook/campaignEvent';
import type { Delivery } from './webhook/deliveries';
import type { AlturEvent } from './webhook/event';
import type { ChangedSettings } from './webhook/settings';
import { Webhooks } from './webhook/webhooks';

/** Keys are remembered for 24 hours, and a body may have 64 MiB, unless something else is said. */
export interface AlturSandboxOptions extends SandboxOptions, ServiceLimits {
	/** Default 12 requests in any 1000 milliseconds; false for no limit. */
	rateLimit?: RateLimit | false;
	/** Default `specified`. */
	errorShape?: ErrorShape;
	/** Default `blank`. */
	omittedOnUpdate?: OmittedOnUpdate;
	/** How a 429 of the rate limit reads; default `detail`. */
	throttledAs?: ThrottledAs;
	/** Default `concurrency_limit`. */
	concurrencyKey?: ConcurrencyKey;
	/** Whether the plan has no room for another campaign; default false. */
	billingLimitReached?: boolean;
	/** Whether campaigns that are activated call their contacts, and how; default false. */
	play?: boolean | PlaySettings;
	/** The webhook to begin with; default none. */
	webhook?: ChangedSettings;
	/** How many times faster than life calls, cooldowns and the waits between attempts of webhooks pass; default 60. */
	timeScale?: number;
}

/** A running Altur on localhost. */
export interface AlturSandbox extends Sandbox {
	/** Copies of all campaigns with their contacts. */
	state(): StateDump;
	/** Seeds one call of a campaign, with its conversation, and returns a copy of it. */
	addCall(campaignId: number, partial?: SeedCall): StoredCall;
	/** Copies of all calls. */
	calls(): StoredCall[];
	/** Every attempt to send a webhook, as copies. */
	deliveries(): Delivery[];
	/** How many webhooks are neither delivered nor given up. */
	webhooksWaiting(): number;
	/** Sets the webhook up anew; what is not given stays. */
	setWebhook(changed: ChangedSettings): void;
	/** Sends an event by hand, as `POST /__sandbox/events` does. */
	sendEvent(event: EventByHand): SentByHand;
	/** Seeds one campaign, with contacts of any status, and returns a copy of it. */
	addCampaign(partial?: SeedCampaign): Campaign;
}

/** Starts Altur's sandbox on 127.0.0.1. Rejects with the code EADDRINUSE when the port is busy. */
export async function startAlturSandbox(options: AlturSandboxOptions = {}): Promise<AlturSandbox> {
	const { play = false, timeScale = 60 } = options;
	const state = new AlturState();
	const webhooks = new Webhooks(options.webhook ?? {}, timeScale);
	// The port is known once it runs, and nothing happens before.
	let runningAt = '';
	const origin = (): string => runningAt;
	const tell = (event: AlturEvent): void => {
		webhooks.send(event);
	};
	const player = play ? new Player(state, { timeScale, tell, origin }, play === true ? {} : play) : undefined;
	state.onStatusChanged = (campaign, previous) => {
		tell(statusChanged(campaign, previous));
		player?.statusChanged(campaign);
	};
	state.onContactsAdded = (campaign) => {
		player?.contactsAdded(campaign);
	};
	const service = alturService(
		state,
		{
			...defaults,
			rateLimit: { requests: 12, perMilliseconds: 1000 },
			errorShape: 'specified',
			omittedOnUpdate: 'blank',
			throttledAs: 'detail',
			concurrencyKey: 'concurrency_limit',
			billingLimitReached: false,
			...options,
		},
		{ webhooks, player, origin },
	);
	const sandbox = await startSandbox(service, options, {
		idempotencyWindowMs: 24 * 60 * 60 * 1000,
		maxBodyBytes: 64 * 1024 * 1024,
		...options,
	});
	runningAt = sandbox.origin;
	return {
		...sandbox,
		state: () => state.dump(),
		addCall: (campaignId, partial = {}) => seedCall(state, campaignId, partial),
		calls: () => state.conversations.allCalls().map((call) => ({ ...call })),
		addCampaign: (partial = {}) => seedCampaign(state, partial),
		deliveries: () => webhooks.journal.map((delivery) => ({ ...delivery })),
		webhooksWaiting: () => webhooks.waiting,
		setWebhook: (changed) => {
			webhooks.change(changed);
		},
		sendEvent: (event) => sendByHand(event, state, webhooks, origin()),
	};
}

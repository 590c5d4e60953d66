import type { ErrorShape } from './altur/errorBody';
import type { PlaySettings } from './altur/playing/settings';
import { startAlturSandbox } from './altur/startAlturSandbox';
import type { ChangedSettings } from './altur/webhook/settings';
import { startOctopushSandbox } from './octopush/startOctopushSandbox';
import { startOliAiSandbox } from './oliai/startOliAiSandbox';
import type { Sandbox, SandboxOptions } from './server/sandbox';

/** What the command line says about a sandbox. */
export interface ServiceOptions extends SandboxOptions {
	/** Requests in any second before the service answers 429; false for no limit; left out for the service's own. */
	rate?: number | false;
	errorShape?: ErrorShape;
	/** Of Altur alone: whether campaigns that are activated are played, how fast, and where webhooks go. */
	play?: PlaySettings;
	timeScale?: number;
	webhook?: ChangedSettings;
}

interface StartableService {
	/** The service's name, as people write it. */
	name: string;
	port: number;
	start(options: ServiceOptions): Promise<Sandbox>;
}

/** Each keeps to the limits of its pages unless a rate is said; OliAI's go by the minute and can only be switched off. */
export const services = {
	altur: {
		name: 'Altur',
		port: 4010,
		start: ({ rate = 12, ...options }) => startAlturSandbox({ ...options, rateLimit: perSecond(rate) }),
	},
	octopush: {
		name: 'Octopush',
		port: 4011,
		start: ({ rate = false, ...options }) =>
			startOctopushSandbox({ ...options, rateLimit: perSecond(rate) || undefined }),
	},
	oliai: {
		name: 'OliAI',
		port: 4012,
		start: ({ rate, ...options }) =>
			startOliAiSandbox({ ...options, ...(rate === false && { rateLimits: false }) }),
	},
} satisfies Record<string, StartableService>;

export type ServiceName = keyof typeof services;

function perSecond(rate: number | false) {
	return rate !== false && { requests: rate, perMilliseconds: 1000 };
}

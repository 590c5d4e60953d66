import { defaults, startSandbox } from '../server/sandbox';
import type { Sandbox, SandboxOptions } from '../server/sandbox';
import { oliAiService } from './oliAiService';
import type { OliAiServiceOptions } from './oliAiService';
import { OliAiState } from './state';
import type { Audience, StateDump } from './state';

export interface OliAiSandboxOptions extends SandboxOptions {
	/** Default 60 requests a minute, of them 10 bulk requests; false for no limit. */
	rateLimits?: OliAiServiceOptions['rateLimits'];
}

/** A running OliAI on localhost. Its base URL is what the node's credential takes as another address. */
export interface OliAiSandbox extends Sandbox {
	/** Copies of all contacts and audiences. */
	state(): StateDump;
	addAudience(fields: { name: string; description?: string }): Audience;
}

/** Starts OliAI's sandbox on 127.0.0.1. Rejects with the code EADDRINUSE when the port is busy. */
export async function startOliAiSandbox(options: OliAiSandboxOptions = {}): Promise<OliAiSandbox> {
	const state = new OliAiState();
	const perMilliseconds = 60_000;
	const service = oliAiService(state, {
		...defaults,
		rateLimits: { general: { requests: 60, perMilliseconds }, bulk: { requests: 10, perMilliseconds } },
		...options,
	});
	return {
		...(await startSandbox(service, options)),
		state: () => state.dump(),
		addAudience: (fields) => structuredClone(state.createAudience(fields)),
	};
}

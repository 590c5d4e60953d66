import type { RateLimit } from '../server/rateLimit';
import { defaults, startSandbox } from '../server/sandbox';
import type { Sandbox, SandboxOptions } from '../server/sandbox';
import { octopushService } from './octopushService';
import type { ReplyNumbers } from './octopushService';
import { OctopushState } from './state';
import type { StateDump } from './state';

export interface OctopushSandboxOptions extends SandboxOptions {
	/** Default `demo@example.com`. */
	apiLogin?: string;
	/** Default none, because no page names one. */
	rateLimit?: RateLimit;
	/** How replies spell phone numbers; default `asSent`. */
	replyNumbers?: ReplyNumbers;
	/** HTTP status of wrong login details (code 101), which no page names; default 400, the least telling one. */
	unauthorizedStatus?: 400 | 401 | 403;
}

/** A running Octopush on localhost. */
export interface OctopushSandbox extends Sandbox {
	apiLogin: string;
	/** Copies of all contacts and lists. */
	state(): StateDump;
	/** Puts numbers on the blacklist. */
	blacklist(...numbers: string[]): void;
}

/** Starts Octopush's sandbox on 127.0.0.1. Rejects with the code EADDRINUSE when the port is busy. */
export async function startOctopushSandbox(options: OctopushSandboxOptions = {}): Promise<OctopushSandbox> {
	const { apiLogin = 'demo@example.com' } = options;
	const state = new OctopushState();
	const service = octopushService(state, {
		...defaults,
		replyNumbers: 'asSent',
		unauthorizedStatus: 400,
		...options,
		apiLogin,
	});
	return {
		...(await startSandbox(service, options)),
		apiLogin,
		state: () => state.dump(),
		blacklist: (...numbers) => {
			state.blacklist(numbers);
		},
	};
}

import type { FaultPlan } from '../server/faultPlan';
import type { RecordedRequest } from '../server/journal';
import type { RateLimit } from '../server/rateLimit';
import { startServer } from '../server/server';
import { octopushService } from './octopushService';
import type { ReplyNumbers, SeedName } from './octopushService';
import { OctopushState } from './state';
import type { StateDump } from './state';

export interface OctopushSandboxOptions {
	/** 0, the default, takes a free port. */
	port?: number;
	/** Default `demo@example.com`. */
	apiLogin?: string;
	/** Default `sandbox-key`. */
	apiKey?: string;
	/** Milliseconds each request's work takes; default 0. */
	latencyMs?: number;
	/** Default none, because no page names one. */
	rateLimit?: RateLimit;
	/** Default `empty`. */
	seed?: SeedName;
	/** How replies spell phone numbers; default `asSent`. */
	replyNumbers?: ReplyNumbers;
	/** HTTP status of wrong login details (code 101), which no page names; default 400, the least telling one. */
	unauthorizedStatus?: 400 | 401 | 403;
	/** Whether the journal keeps request bodies; default true. */
	recordBodies?: boolean;
}

/** A running Octopush on localhost. */
export interface OctopushSandbox {
	origin: string;
	/** What the node's credential takes: origin and `/v1/public`. */
	baseUrl: string;
	apiLogin: string;
	apiKey: string;
	port: number;
	/** The journal itself, in order of arrival; `reset` empties it. */
	requests: RecordedRequest[];
	/** Copies of all contacts and lists. */
	state(): StateDump;
	faults: FaultPlan;
	/** Empties journal, faults and rate windows; without a name, back to the seed it started with. */
	reset(seed?: SeedName): void;
	/** Puts numbers on the blacklist. */
	blacklist(...numbers: string[]): void;
	close(): Promise<void>;
}

/** Starts Octopush's sandbox on 127.0.0.1. Rejects with the code EADDRINUSE when the port is busy. */
export async function startOctopushSandbox(options: OctopushSandboxOptions = {}): Promise<OctopushSandbox> {
	const { apiLogin = 'demo@example.com', apiKey = 'sandbox-key', seed = 'empty' } = options;
	const state = new OctopushState();
	const service = octopushService(state, {
		apiLogin,
		apiKey,
		seed,
		rateLimit: options.rateLimit,
		replyNumbers: options.replyNumbers ?? 'asSent',
		unauthorizedStatus: options.unauthorizedStatus ?? 400,
	});
	service.reset(seed);
	const server = await startServer(service, {
		port: options.port ?? 0,
		latencyMs: options.latencyMs ?? 0,
		recordBodies: options.recordBodies ?? true,
		idempotencyWindowMs: 0,
		maxBodyBytes: 16 * 1024 * 1024,
	});
	const origin = `http://127.0.0.1:${String(server.port)}`;
	return {
		origin,
		baseUrl: origin + service.basePath,
		apiLogin,
		apiKey,
		port: server.port,
		requests: server.journal.requests,
		state: () => state.dump(),
		faults: server.faults,
		reset: (name) => {
			server.reset(name);
		},
		blacklist: (...numbers) => {
			state.blacklist(numbers);
		},
		close: () => server.close(),
	};
}

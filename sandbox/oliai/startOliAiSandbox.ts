import type { FaultPlan } from '../server/faultPlan';
import type { RecordedRequest } from '../server/journal';
import { startServer } from '../server/server';
import { oliAiService } from './oliAiService';
import type { OliAiServiceOptions, SeedName } from './oliAiService';
import { OliAiState } from './state';
import type { Audience, StateDump } from './state';

export interface OliAiSandboxOptions {
	/** 0, the default, takes a free port. */
	port?: number;
	/** Default `sandbox-key`. */
	apiKey?: string;
	/** Milliseconds each request's work takes; default 0. */
	latencyMs?: number;
	/** Default 60 requests a minute, of them 10 bulk requests; false for no limit. */
	rateLimits?: OliAiServiceOptions['rateLimits'];
	/** Default `empty`. */
	seed?: SeedName;
	/** Whether the journal keeps request bodies; default true. */
	recordBodies?: boolean;
}

/** A running OliAI on localhost. */
export interface OliAiSandbox {
	origin: string;
	/** What the node's credential takes as another address: origin and `/v1`. */
	baseUrl: string;
	apiKey: string;
	port: number;
	/** The journal itself, in order of arrival; `reset` empties it. */
	requests: RecordedRequest[];
	/** Copies of all contacts and audiences. */
	state(): StateDump;
	faults: FaultPlan;
	/** Empties journal, faults and rate windows; without a name, back to the seed it started with. */
	reset(seed?: SeedName): void;
	addAudience(fields: { name: string; description?: string }): Audience;
	close(): Promise<void>;
}

/** Starts OliAI's sandbox on 127.0.0.1. Rejects with the code EADDRINUSE when the port is busy. */
export async function startOliAiSandbox(options: OliAiSandboxOptions = {}): Promise<OliAiSandbox> {
	const { apiKey = 'sandbox-key', seed = 'empty' } = options;
	const state = new OliAiState();
	const perMilliseconds = 60_000;
	const service = oliAiService(state, {
		apiKey,
		seed,
		rateLimits: options.rateLimits ?? {
			general: { requests: 60, perMilliseconds },
			bulk: { requests: 10, perMilliseconds },
		},
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
		apiKey,
		port: server.port,
		requests: server.journal.requests,
		state: () => state.dump(),
		faults: server.faults,
		reset: (name) => {
			server.reset(name);
		},
		addAudience: (fields) => structuredClone(state.createAudience(fields)),
		close: () => server.close(),
	};
}

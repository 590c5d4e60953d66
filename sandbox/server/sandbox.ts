import type { FaultPlan } from './faultPlan';
import type { RecordedRequest } from './journal';
import { startServer } from './server';
import type { Service } from './service';

export const seedNames = ['empty', 'demo'] as const;
export type SeedName = (typeof seedNames)[number];

/** What the sandbox of every service takes. */
export interface SandboxOptions {
	/** 0, the default, takes a free port. */
	port?: number;
	/** Default `sandbox-key`. */
	apiKey?: string;
	/** Milliseconds each request's work takes, at the median if it varies; default 0. */
	latencyMs?: number;
	/** By how much it varies: the standard deviation of its logarithm. Default 0, which is not at all. */
	latencySpread?: number;
	/** Under the same one, requests in the same order take equally long. Default 1. */
	latencySeed?: number;
	/** Default `empty`. */
	seed?: SeedName;
	/** Whether the journal keeps request bodies; default true. */
	recordBodies?: boolean;
}

/** How long a service remembers idempotency keys, and what it takes at most. */
export interface ServiceLimits {
	/** Default 0: it knows none. */
	idempotencyWindowMs?: number;
	/** Default 16 MiB. */
	maxBodyBytes?: number;
}

/** A service that runs on localhost. */
export interface Sandbox {
	origin: string;
	/** What the node's credential takes: the origin and the service's base path. */
	baseUrl: string;
	apiKey: string;
	port: number;
	/** The journal itself, in order of arrival; `reset` empties it. */
	requests: RecordedRequest[];
	faults: FaultPlan;
	/**
	 * Empties journal, faults, keys and rate windows, ends what goes on by itself, and begins the latencies anew; without a
	 * name, back to the seed it started with.
	 */
	reset(seed?: SeedName): void;
	close(): Promise<void>;
}

/** The key and the seed of a sandbox for which none are given. */
export const defaults = { apiKey: 'sandbox-key', seed: 'empty' } as const;

/** Starts a service on 127.0.0.1, at its seed. Rejects with the code EADDRINUSE when the port is busy. */
export async function startSandbox(
	service: Service,
	{
		port = 0,
		apiKey = defaults.apiKey,
		latencyMs = 0,
		latencySpread = 0,
		latencySeed = 1,
		seed,
		recordBodies = true,
	}: SandboxOptions,
	{ idempotencyWindowMs = 0, maxBodyBytes = 16 * 1024 * 1024 }: ServiceLimits = {},
): Promise<Sandbox> {
	service.reset(seed);
	const server = await startServer(service, {
		port,
		latencyMs,
		latencySpread,
		latencySeed,
		recordBodies,
		idempotencyWindowMs,
		maxBodyBytes,
	});
	const origin = `http://127.0.0.1:${String(server.port)}`;
	return {
		origin,
		baseUrl: origin + service.basePath,
		apiKey,
		port: server.port,
		requests: server.journal.requests,
		faults: server.faults,
		reset: (name) => {
			server.reset(name);
		},
		close: () => server.close(),
	};
}

import type { FaultPlan } from '../server/faultPlan';
import type { RecordedRequest } from '../server/journal';
import type { RateLimit } from '../server/rateLimit';
import { startServer } from '../server/server';
import type { OmittedOnUpdate } from './addContacts';
import { alturService } from './alturService';
import type { SeedName } from './alturService';
import type { Campaign } from './campaign';
import type { ErrorShape } from './errorBody';
import { seedCampaign } from './seedCampaign';
import type { SeedCampaign } from './seedCampaign';
import { AlturState } from './state';
import type { StateDump } from './state';

export interface AlturSandboxOptions {
	/** 0, the default, takes a free port. */
	port?: number;
	/** Default `sandbox-key`. */
	apiKey?: string;
	/** Milliseconds each request's work takes; default 0. */
	latencyMs?: number;
	/** Default 12 requests in any 1000 milliseconds; false for no limit. */
	rateLimit?: RateLimit | false;
	/** Default `empty`. */
	seed?: SeedName;
	/** Whether the journal keeps request bodies; default true. */
	recordBodies?: boolean;
	/** Default `integer`. */
	errorShape?: ErrorShape;
	/** Default `blank`. */
	omittedOnUpdate?: OmittedOnUpdate;
	/** Default 24 hours. */
	idempotencyWindowMs?: number;
	/** Default 64 MiB. */
	maxBodyBytes?: number;
}

/** A running Altur on localhost. */
export interface AlturSandbox {
	origin: string;
	/** What the node's credential takes: origin and `/api/v1.0`. */
	baseUrl: string;
	apiKey: string;
	port: number;
	/** The journal itself, in order of arrival; `reset` empties it. */
	requests: RecordedRequest[];
	/** Copies of all campaigns with their contacts. */
	state(): StateDump;
	faults: FaultPlan;
	/** Empties journal, faults, keys and rate windows; without a name, back to the seed it started with. */
	reset(seed?: SeedName): void;
	/** Seeds one campaign, with contacts of any status, and returns a copy of it. */
	addCampaign(partial?: SeedCampaign): Campaign;
	close(): Promise<void>;
}

/** Starts Altur's sandbox on 127.0.0.1. Rejects with the code EADDRINUSE when the port is busy. */
export async function startAlturSandbox(options: AlturSandboxOptions = {}): Promise<AlturSandbox> {
	const { apiKey = 'sandbox-key', seed = 'empty' } = options;
	const state = new AlturState();
	const service = alturService(state, {
		apiKey,
		seed,
		rateLimit: options.rateLimit ?? { requests: 12, perMilliseconds: 1000 },
		errorShape: options.errorShape ?? 'integer',
		omittedOnUpdate: options.omittedOnUpdate ?? 'blank',
	});
	service.reset(seed);
	const server = await startServer(service, {
		port: options.port ?? 0,
		latencyMs: options.latencyMs ?? 0,
		recordBodies: options.recordBodies ?? true,
		idempotencyWindowMs: options.idempotencyWindowMs ?? 24 * 60 * 60 * 1000,
		maxBodyBytes: options.maxBodyBytes ?? 64 * 1024 * 1024,
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
		addCampaign: (partial = {}) => seedCampaign(state, partial),
		close: () => server.close(),
	};
}

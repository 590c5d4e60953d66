import Fastify from 'fastify';
import { setMaxListeners } from 'node:events';
import { addControlRoutes } from './controlRoutes';
import type { FaultPlan } from './faultPlan';
import { Journal } from './journal';
import { Pipeline } from './pipeline';
import type { PipelineOptions } from './pipeline';
import { RateLimiter } from './rateLimit';
import { Reception } from './reception';
import type { Service } from './service';
import { addServiceRoutes } from './serviceRoutes';

interface ServerOptions extends PipelineOptions {
	/** 0 takes a free port. */
	port: number;
	/** The largest request body in bytes; a larger one is refused with 413. */
	maxBodyBytes: number;
}

/** A service's sandbox while it runs on 127.0.0.1. */
interface RunningServer {
	port: number;
	journal: Journal;
	faults: FaultPlan;
	/** Empties journal, fault plan, keys and rate windows, begins the latencies anew, and puts the service back to a seed. */
	reset(seed?: string): void;
	/** Breaks what is still in work or hanging, and frees the port. */
	close(): Promise<void>;
}

/** Starts a service's sandbox. Rejects with the code EADDRINUSE when the port is busy. */
export async function startServer(service: Service, options: ServerOptions): Promise<RunningServer> {
	const closing = new AbortController();
	// Every request in work listens to it, and there may be any number of them.
	setMaxListeners(0, closing.signal);
	const journal = new Journal();
	const limiter = new RateLimiter();
	const pipeline = new Pipeline(service, options, closing.signal);
	const reception = new Reception(service, journal, limiter, pipeline);
	const reset = (seed?: string): void => {
		service.reset(seed);
		journal.reset();
		limiter.reset();
		pipeline.faults.clear();
		pipeline.idempotency.reset();
		pipeline.latency.reset();
	};

	const app = Fastify({
		forceCloseConnections: true,
		bodyLimit: options.maxBodyBytes,
		exposeHeadRoutes: false,
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
		done(null, body);
	});
	app.register(
		async (api) => {
			addServiceRoutes(api, service.routes, reception, pipeline, closing.signal);
		},
		{ prefix: service.basePath },
	);
	app.register(
		async (control) => {
			const { faults, latency } = pipeline;
			addControlRoutes(control, { service, journal, faults, latency, reset });
		},
		{ prefix: '/__sandbox' },
	);
	await app.listen({ port: options.port, host: '127.0.0.1' });
	const address = app.server.address();
	return {
		port: typeof address === 'object' && address ? address.port : options.port,
		journal,
		faults: pipeline.faults,
		reset,
		close: async () => {
			closing.abort();
			service.close?.();
			await app.close();
		},
	};
}

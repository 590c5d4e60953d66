import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { faultSchema } from './fault';
import type { FaultPlan } from './faultPlan';
import type { Journal } from './journal';
import { summarize } from './journalSummary';
import { type Latency, latencySchema } from './latency';
import { Refusal } from './refusal';
import { parseBody } from './requestBody';
import type { Service } from './service';

interface Controlled {
	service: Service;
	journal: Journal;
	faults: FaultPlan;
	latency: Latency;
	reset(seed?: string): void;
}

const faultsBody = z.array(faultSchema);
const faultsQuery = z.strictObject({ mode: z.enum(['append', 'replace']).default('append') });
const resetBody = z.strictObject({ seed: z.string().optional() }).default({});
const stateQuery = z.strictObject({ rows: z.enum(['true', 'false']).default('true') });

/**
 * The routes that steer a sandbox from another process, below `/__sandbox`: no key, no rate limit, not in
 * the journal. What they cannot read is answered with 400 `{message}`.
 */
export function addControlRoutes(
	control: FastifyInstance,
	{ service, journal, faults, latency, reset }: Controlled,
): void {
	control.get('/state', async (request) => service.state(stateQuery.parse(request.query).rows === 'true'));
	control.get('/requests', async () => journal.requests);
	control.get('/summary', async () => ({
		now: performance.now(),
		...summarize(journal.requests),
		...service.summary(journal.requests),
	}));
	control.get('/faults', async () => faults.pending());
	control.post('/faults', async (request) => {
		const added = faultsBody.parse(controlBody(request));
		if (faultsQuery.parse(request.query).mode === 'replace') faults.clear();
		faults.add(...added);
		return faults.pending();
	});
	control.delete('/faults', async () => {
		faults.clear();
		return faults.pending();
	});
	control.post('/latency', async (request) => {
		const changed = latencySchema.parse(controlBody(request));
		latency.reset(changed);
		return changed;
	});
	control.post('/reset', async (request) => {
		reset(resetBody.parse(controlBody(request)).seed);
		return { reset: true };
	});
	service.addControlRoutes?.(control);
	control.setErrorHandler<Error>(async (error, _request, reply) => {
		const refused = error instanceof z.ZodError || error instanceof Refusal;
		await reply.code(refused ? 400 : 500).send({ message: error.message });
	});
}

/** The JSON body of a control request; undefined when there is none. */
export function controlBody(request: { body: unknown; headers: { 'content-type'?: string } }): unknown {
	return parseBody(request.body, request.headers['content-type']);
}

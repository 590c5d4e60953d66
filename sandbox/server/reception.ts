import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { WireAnswer } from './faultAnswer';
import type { Journal, RecordedRequest } from './journal';
import { recordedHeaders } from './journal';
import type { Arrival, Pipeline } from './pipeline';
import type { RateLimiter } from './rateLimit';
import { Refusal } from './refusal';
import type { Route, Service } from './service';

const queryParameters = z.record(z.unknown());

/** What happens as soon as a request's headers are there: journal, key check, rate limit. */
export class Reception {
	constructor(
		private readonly service: Service,
		private readonly journal: Journal,
		private readonly limiter: RateLimiter,
		private readonly pipeline: Pipeline,
	) {}

	arrive(route: Route | undefined, request: FastifyRequest): Arrival {
		const at = performance.now();
		const { keyHeader = 'authorization' } = this.service;
		const key = request.headers['idempotency-key'];
		const record: RecordedRequest = {
			at,
			method: request.method,
			path: request.url.split('?')[0] ?? '',
			...(route && { route: `${route.method} ${route.path}` }),
			query: queryParameters.parse(request.query),
			...(typeof key === 'string' && key !== '' && { idempotencyKey: key }),
			headers: recordedHeaders(request.headers, keyHeader),
		};
		const number = this.journal.add(record);
		return {
			record,
			name: record.idempotencyKey ?? `request-${String(number)}`,
			refused: this.refuse(route, request, at),
			params: {},
			raw: undefined,
			authorization: String(request.headers[keyHeader] ?? ''),
		};
	}

	/** The key check comes first: a request without a valid key does not count for the rate limit. */
	private refuse(route: Route | undefined, request: FastifyRequest, at: number): WireAnswer | undefined {
		try {
			this.service.authorize(request.headers);
		} catch (error) {
			if (error instanceof Refusal) return this.pipeline.refusalAnswer(error, route);
			throw error;
		}
		const wait = this.limiter.admit(route?.rateLimits ?? this.service.rateLimits, at);
		if (wait === 0) return undefined;
		const seconds = String(Math.ceil(wait / 1000));
		const message = `Request was throttled. Expected available in ${seconds} seconds.`;
		const refusal = new Refusal(429, 'THROTTLED', message);
		return this.pipeline.refusalAnswer(refusal, route, { 'retry-after': seconds });
	}
}

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { deliver } from './delivery';
import type { Arrival, Pipeline } from './pipeline';
import type { Reception } from './reception';
import { Refusal } from './refusal';
import type { Route } from './service';

const parameters = z.record(z.string());

/** Puts the routes of a service, and the answer to every other path, on a Fastify instance. */
export function addServiceRoutes(
	api: FastifyInstance,
	routes: readonly Route[],
	reception: Reception,
	pipeline: Pipeline,
	closing: AbortSignal,
): void {
	const arrivals = new WeakMap<FastifyRequest, Arrival>();

	const answer = async (
		route: Route | undefined,
		request: FastifyRequest,
		reply: FastifyReply,
	): Promise<void> => {
		const arrival = arrivals.get(request) ?? reception.arrive(route, request);
		arrivals.set(request, arrival);
		arrival.params = parameters.parse(request.params ?? {});
		arrival.raw = request.body;
		arrival.contentType = request.headers['content-type'];
		try {
			await deliver(reply, await pipeline.answer(route, arrival), arrival.record, closing);
		} catch (error) {
			if (!closing.aborted) throw error;
			reply.hijack();
			request.raw.destroy();
		}
	};

	for (const route of routes) {
		api.route({
			method: route.method,
			url: route.path,
			onRequest: (request, _reply, done) => {
				arrivals.set(request, reception.arrive(route, request));
				done();
			},
			handler: (request, reply) => answer(route, request, reply),
		});
	}
	api.setNotFoundHandler((request, reply) => answer(undefined, request, reply));
	api.setErrorHandler<FastifyError>(async (error, request, reply) => {
		const { record } = arrivals.get(request) ?? reception.arrive(undefined, request);
		const route = routes.find(({ method, path }) => record.route === `${method} ${path}`);
		const refusal =
			error.statusCode === 413
				? new Refusal(413, 'PAYLOAD_TOO_LARGE', 'The request is too large.')
				: new Refusal(error.statusCode ?? 500, 'SERVER_ERROR', error.message);
		await deliver(reply, pipeline.refusalAnswer(refusal, route), record, closing);
	});
}

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** A webhook as it arrived. */
export interface Received {
	method: string;
	headers: IncomingHttpHeaders;
	signature: string;
	body: string;
	at: number;
}

/** What tests read of an event. */
const event = z.object({ event_type: z.string() }).passthrough();

export interface WebhookReceiver {
	url: string;
	received: Received[];
	/** The parsed bodies of a type of event, in the order of their arrival. */
	events(type: string): Record<string, unknown>[];
	close(): Promise<void>;
}

/**
 * A server on 127.0.0.1 that webhooks are sent to.
 * @param answer ends each response; by default with 200. `count` is the number of the request, from 1
 */
export async function webhookReceiver(
	answer: (response: ServerResponse, count: number) => void = (response) => response.end(),
): Promise<WebhookReceiver> {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const pieces: Buffer[] = [];
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => {
			const { method = '', headers } = request;
			const signature = String(headers['x-altur-signature']);
			const body = Buffer.concat(pieces).toString('utf8');
			received.push({ method, headers, signature, body, at: performance.now() });
			answer(response, received.length);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${String(port)}/hook`,
		received,
		events: (type) =>
			received
				.map(({ body }) => event.parse(JSON.parse(body)))
				.filter(({ event_type }) => event_type === type),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Waits until something holds. Fails the test when it does not within ten seconds. */
export async function until(holds: () => boolean): Promise<void> {
	const giveUp = Date.now() + 10_000;
	while (!holds()) {
		if (Date.now() > giveUp) throw new Error('It did not come to hold in ten seconds.');
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

import type { FastifyReply } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WireAnswer } from './faultAnswer';
import type { RecordedRequest } from './journal';

const pieces = 10;

async function sendSlowly(
	reply: FastifyReply,
	answer: WireAnswer,
	ms: number,
	closing: AbortSignal,
): Promise<void> {
	const body = answer.file ?? Buffer.from(answer.text);
	const about = { 'content-type': answer.contentType, 'content-length': body.length };
	const headers = { ...answer.headers, ...(body.length > 0 && about) };
	reply.hijack();
	reply.raw.writeHead(answer.status, headers);
	for (let piece = 0; piece < pieces; piece += 1) {
		await sleep(ms / pieces, undefined, { signal: closing });
		const from = Math.floor((body.length * piece) / pieces);
		reply.raw.write(body.subarray(from, Math.floor((body.length * (piece + 1)) / pieces)));
	}
	reply.raw.end();
}

/** Sends one half of the body, and breaks the connection. */
function cutOff(reply: FastifyReply, { status, contentType, file, text }: WireAnswer): void {
	const body = file ?? Buffer.from(text);
	reply.hijack();
	reply.raw.writeHead(status, { 'content-type': contentType, 'content-length': body.length });
	reply.raw.write(body.subarray(0, Math.floor(body.length / 2)), () => {
		reply.raw.socket?.resetAndDestroy();
	});
}

/** Puts an answer on the wire, or ends the connection in its stead, and notes it in the journal. */
export async function deliver(
	reply: FastifyReply,
	answer: WireAnswer,
	record: RecordedRequest,
	closing: AbortSignal,
): Promise<void> {
	const { delivery } = answer;
	switch (delivery.how) {
		case 'send':
			record.status = answer.status;
			record.finishedAt = performance.now();
			reply.code(answer.status).headers(answer.headers);
			// An answer without a body, 204 for one, has no type either.
			if (answer.file ?? answer.text) reply.type(answer.contentType);
			await reply.send(answer.file ?? (answer.text || undefined));
			return;
		case 'slow':
			record.status = answer.status;
			await sendSlowly(reply, answer, delivery.ms, closing);
			record.finishedAt = performance.now();
			return;
		case 'cutOff':
			record.status = answer.status;
			record.finishedAt = performance.now();
			cutOff(reply, answer);
			return;
		case 'reset':
			reply.hijack();
			record.finishedAt = performance.now();
			reply.raw.socket?.resetAndDestroy();
			return;
		case 'hang':
			reply.hijack();
			reply.raw.once('close', () => {
				record.finishedAt = performance.now();
			});
			return;
	}
}

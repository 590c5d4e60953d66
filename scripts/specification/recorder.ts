import Fastify from 'fastify';
import { operationFor, type DocumentedOperation } from './document';
import { violationsIn } from './prism';
import { undocumentedIn } from './requestCheck';

/** One request of the node, what is wrong with it, and what it was answered. */
export interface Recorded {
	/** `GET /campaigns/{id}`, or the request itself when the file has no such operation. */
	operation: string;
	violations: string[];
	status: number;
	answer: string;
}

interface Recorder {
	/** What stands in the node's credential. */
	baseUrl: string;
	/** Takes what was recorded since the last time. */
	take(): Recorded[];
	/** Which answer Prism shall give from now on: the value of its Prefer header. */
	prefer(answer: string): void;
	close(): Promise<void>;
}

const basePath = '/api/v1.0';

/** Stands between the node and Prism's mock: asks Prism for a certain answer, and keeps what it says of the request. */
export async function startRecorder(
	prismOrigin: string,
	operations: readonly DocumentedOperation[],
): Promise<Recorder> {
	let recorded: Recorded[] = [];
	let preferred = '';
	const app = Fastify({ forceCloseConnections: true, exposeHeadRoutes: false });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	app.all(`${basePath}/*`, async (request, reply) => {
		const { pathname, search, searchParams } = new URL(request.url.slice(basePath.length), prismOrigin);
		const body = typeof request.body === 'string' ? request.body : '';
		const answered = await fetch(`${prismOrigin}${pathname}${search}`, {
			method: request.method,
			headers: {
				...(preferred !== '' && { prefer: preferred }),
				authorization: String(request.headers.authorization ?? ''),
				...(body !== '' && { 'content-type': String(request.headers['content-type']) }),
			},
			...(body !== '' && { body }),
		});
		const answer = await answered.text();
		const operation = operationFor(operations, request.method, pathname);
		const sent = {
			method: request.method,
			path: pathname,
			query: searchParams,
			headers: request.headers,
			body,
		};
		recorded.push({
			operation: operation?.name ?? `${request.method} ${pathname}`,
			violations: operation
				? [...undocumentedIn(sent, operation), ...violationsIn(answered.headers, 'request')]
				: ['path: is not in the file'],
			status: answered.status,
			answer,
		});
		reply.code(answered.status);
		if (answer !== '') reply.type(answered.headers.get('content-type') ?? 'application/json');
		return await reply.send(answer === '' ? undefined : answer);
	});
	const origin = await app.listen({ port: 0, host: '127.0.0.1' });
	return {
		baseUrl: origin + basePath,
		take() {
			const taken = recorded;
			recorded = [];
			return taken;
		},
		prefer(answer) {
			preferred = answer;
		},
		close: async () => {
			await app.close();
		},
	};
}

import { NodeApiError, type IHttpRequestOptions, type INode } from 'n8n-workflow';
import type { ServiceRequest } from '../../../bulk/request/request';
import { createTransport, type RequestContext } from '../../../n8n/client/transport';

const key = 'ak_live_4f9c2d7b81';
const get: ServiceRequest = { method: 'GET', path: '/campaigns', retryable: true };
const post: ServiceRequest = {
	method: 'POST',
	path: '/contacts',
	query: { campaign: 7 },
	headers: { 'Idempotency-Key': 'one' },
	body: Buffer.from('{"contacts":[]}'),
	retryable: true,
};
/** Longer than any test, and short enough for the one that waits until it is over. */
const patience = { long: 60_000, short: 30 };

type Reply = (options: IHttpRequestOptions) => unknown;

interface Asked {
	context: RequestContext;
	credential: string;
	options: IHttpRequestOptions;
}

const node: INode = {
	id: 'node-0',
	name: 'Altur',
	type: 'n8n-nodes-altur.altur',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

describe('A request through n8n', () => {
	/** n8n's part: it is given the options, and answers or throws. */
	const n8n = (reply: Reply): RequestContext & { asked: Asked[] } => {
		const asked: Asked[] = [];
		return {
			asked,
			helpers: {
				async httpRequestWithAuthentication(credential, options) {
					asked.push({ context: this, credential, options });
					return await reply(options);
				},
			},
		};
	};
	const send = async (request: ServiceRequest, reply: Reply, timeout = patience.long) =>
		await createTransport(n8n(reply), 'alturApi', timeout, key)(request);
	const answered = async (response: unknown) => await send(get, () => response);
	const thrown = async (error: unknown) =>
		await send(get, () => {
			throw error;
		});
	const askedFor = async (request: ServiceRequest): Promise<Partial<Asked>> => {
		const context = n8n(() => ({ statusCode: 200, headers: {}, body: {} }));
		await createTransport(context, 'alturApi', patience.long, key)(request);
		return context.asked[0] ?? {};
	};

	it('carries what the service is asked, under the credential, and as JSON', async () => {
		const { credential, options } = await askedFor(post);
		expect(credential).toBe('alturApi');
		expect(options).toMatchObject({
			method: 'POST',
			url: '/contacts',
			qs: { campaign: 7 },
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/json',
				'Idempotency-Key': 'one',
			},
			body: Buffer.from('{"contacts":[]}'),
			timeout: patience.long,
		});
	});

	it('tells that it is about to leave whenever n8n reads the signal, which it does last before it leaves', async () => {
		const events: string[] = [];
		const reply: Reply = async (options) => {
			options.abortSignal = new AbortController().signal;
			await Promise.resolve(events.push('credential'));
			const { abortSignal } = options;
			events.push(abortSignal?.aborted === false ? 'sent' : 'without a signal');
			return { statusCode: 200, headers: {}, body: {} };
		};
		const transport = createTransport(n8n(reply), 'alturApi', patience.long, key);
		await transport(get, () => events.push('about to leave'));
		expect(events).toEqual(['credential', 'about to leave', 'sent']);
	});

	it('names no type of a body that it does not have', async () => {
		const { options } = await askedFor(get);
		expect(options).toMatchObject({
			method: 'GET',
			url: '/campaigns',
			headers: { Accept: 'application/json' },
		});
		expect(options?.headers).not.toHaveProperty('Content-Type');
		expect(options?.body).toBeUndefined();
	});

	it('wants every answer whole, whatever its status, and never takes the key to another address', async () => {
		const { options } = await askedFor(get);
		expect(options).toMatchObject({
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			sendCredentialsOnCrossOriginRedirect: false,
		});
	});

	it('is made in the name of the node that runs', async () => {
		const context = n8n(() => ({ statusCode: 200, headers: {}, body: {} }));
		await createTransport(context, 'alturApi', patience.long, key)(get);
		expect(context.asked[0]?.context).toBe(context);
	});

	describe('that is answered', () => {
		it.each([200, 204, 302, 422, 503])(
			'with HTTP %i hands on status, headers and body',
			async (statusCode) => {
				const body = { results: [{ index: 0, contact: '+525510000001' }] };
				expect(
					await answered({ statusCode, headers: { 'Retry-After': '2', 'x-list': ['a', 'b'] }, body }),
				).toEqual({
					status: statusCode,
					headers: { 'retry-after': '2', 'x-list': 'a,b' },
					body,
				});
			},
		);

		it.each([
			['a text', '<html>'],
			['nothing', undefined],
			['null', null],
			['a list', [1]],
		])('with %s instead of an object hands that on', async (_what, body) => {
			expect(await answered({ statusCode: 200, headers: {}, body })).toEqual({
				status: 200,
				headers: {},
				body,
			});
		});

		it.each([undefined, null, 'none'])('without readable headers (%p) has none', async (headers) => {
			expect(await answered({ statusCode: 200, headers, body: 'ok' })).toEqual({
				status: 200,
				headers: {},
				body: 'ok',
			});
		});

		it.each([
			['nothing', undefined],
			['only a body', { body: {} }],
			['a status in words', { statusCode: 'OK' }],
		])('with %s by n8n itself may have arrived', async (_what, response) => {
			expect(await answered(response)).toEqual({
				trouble: 'The connection did not work',
				mayHaveArrived: true,
			});
		});

		it('hands on no key, neither in the body nor in a header', async () => {
			const headers = { 'x-request': `for ${key}` };
			expect(await answered({ statusCode: 401, headers, body: { detail: `Bad key ${key}` } })).toEqual({
				status: 401,
				headers: { 'x-request': 'for [API key]' },
				body: { detail: 'Bad key [API key]' },
			});
		});

		it.each([
			[199, 'x [API key]'],
			[200, 'x test'],
			[299, 'x test'],
			[300, 'x [API key]'],
			[404, 'x [API key]'],
		])('with HTTP %i hands on a key of four letters as %j', async (statusCode, shown) => {
			const context = n8n(() => ({ statusCode, headers: { said: 'x test' }, body: 'x test' }));
			const response = await createTransport(context, 'alturApi', patience.long, 'test')(get);
			expect(response).toEqual({ status: statusCode, headers: { said: shown }, body: shown });
		});
	});

	describe('that fails', () => {
		const refused = {
			trouble: 'No server answers there: the connection was refused',
			mayHaveArrived: false,
		};
		const notFound = { trouble: 'The name of the server was not found', mayHaveArrived: false };
		const noName = { trouble: 'The name server did not answer', mayHaveArrived: false };
		const notEncrypted = { trouble: 'The encrypted connection could not be set up', mayHaveArrived: false };
		const notValid = { trouble: 'The certificate of the server is not valid', mayHaveArrived: false };
		const onlyHttp = {
			trouble: 'It was asked with https, but does not speak it: the server may speak http only',
			mayHaveArrived: false,
		};
		const noWay = { trouble: 'There is no way to the server in the network', mayHaveArrived: false };
		const noHttp = { trouble: 'What answered does not speak http', mayHaveArrived: true };
		const late = { trouble: 'There was no answer in time', mayHaveArrived: true };
		const broken = { trouble: 'The connection broke off', mayHaveArrived: true };
		const unknown = { trouble: 'The connection did not work', mayHaveArrived: true };

		const ofNode = (message: string, code?: string) =>
			Object.assign(new Error(message), code ? { code } : {});

		it.each([
			['connect ECONNREFUSED 127.0.0.1:443', 'ECONNREFUSED', refused],
			['getaddrinfo ENOTFOUND api.altur.example', 'ENOTFOUND', notFound],
			['getaddrinfo EAI_AGAIN api.altur.example', 'EAI_AGAIN', noName],
			['unable to verify the first certificate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', notValid],
			['self-signed certificate in certificate chain', 'SELF_SIGNED_CERT_IN_CHAIN', notValid],
			['self signed', undefined, notValid],
			['certificate has expired', 'CERT_HAS_EXPIRED', notValid],
			['The request failed', 'ERR_TLS_CERT_ALTNAME_INVALID', notValid],
			['write EPROTO: SSL routines: wrong version number', 'EPROTO', onlyHttp],
			['write EPROTO: SSL routines: sslv3 alert handshake failure', 'EPROTO', notEncrypted],
			['Parse Error: Expected HTTP/', 'HPE_INVALID_CONSTANT', noHttp],
			['connect ENETUNREACH 10.0.0.1:443', 'ENETUNREACH', noWay],
			['Client network socket disconnected before secure TLS connection', 'ECONNRESET', notEncrypted],
			['timeout of 2000ms exceeded', 'ECONNABORTED', late],
			['read ETIMEDOUT', 'ETIMEDOUT', late],
			['the request timed out', undefined, late],
			['the request has a time out', undefined, late],
			['timedout', undefined, late],
			['canceled, aborted', 'ERR_CANCELED', late],
			['read ECONNRESET', 'ECONNRESET', broken],
			['socket hang up', 'ECONNRESET', broken],
			['socket hang up', undefined, broken],
			['write EPIPE', 'EPIPE', broken],
			['aborted', 'ECONNRESET', broken],
			['stream has been aborted', 'ERR_BAD_RESPONSE', broken],
			['something else', 'ESOMETHING', unknown],
		])('with "%s" (%s) says how', async (message, code, trouble) => {
			expect(await thrown(ofNode(message, code))).toEqual(trouble);
		});

		it.each([
			['ECONNREFUSED', refused],
			['ENOTFOUND', notFound],
			['EAI_AGAIN', noName],
			['ETIMEDOUT', late],
			['ECONNABORTED', late],
			['ECONNRESET', broken],
			['EHOSTUNREACH', noWay],
		])("with %s says how, also when n8n's own error has rewritten the message", async (code, trouble) => {
			const error = new NodeApiError(node, { message: 'The request failed', code });
			expect(await thrown(error)).toEqual(trouble);
		});

		it.each([
			['The service refused the connection - perhaps it is offline', refused],
			['This usually occurs due to an incorrect host (domain) value', notFound],
			['The DNS server returned an error, perhaps the server is offline', noName],
			['The connection timed out', late],
			['The connection to the server was closed unexpectedly, perhaps it is offline', broken],
		])('with nothing but the sentence "%s" of n8n says how', async (message, trouble) => {
			expect(await thrown(new Error(message))).toEqual(trouble);
		});

		it.each([
			['the message', { message: 'ECONNREFUSED' }],
			['the code', { code: 'ECONNREFUSED' }],
			['a list of earlier messages', { message: 'Failed', messages: ['Failed', 'connect ECONNREFUSED'] }],
			['the cause', { message: 'Failed', cause: { code: 'ECONNREFUSED' } }],
			['the cause of a cause of the cause', { cause: { cause: { cause: { code: 'ECONNREFUSED' } } } }],
			['the answer that n8n keeps', { message: 'Failed', errorResponse: { code: 'ECONNREFUSED' } }],
		])('is understood by %s', async (_where, error) => {
			expect(await thrown(error)).toEqual(refused);
		});

		it('is not understood by what stands elsewhere in the error, such as the address', async () => {
			const error = Object.assign(new Error('Failed'), { config: { url: 'https://timeout.example/SSL' } });
			expect(await thrown(error)).toEqual(unknown);
		});

		it.each([undefined, null, 42, {}])('with %p thrown may have arrived', async (error) => {
			expect(await thrown(error)).toEqual(unknown);
		});

		it('with an error that is its own cause is told all the same', async () => {
			const error: { message: string; cause?: unknown } = { message: 'socket hang up' };
			error.cause = error;
			expect(await thrown(error)).toEqual(broken);
		});
	});

	describe('that is not answered in time', () => {
		const untilAborted: Reply = async ({ abortSignal }) =>
			await new Promise((_resolve, reject) => {
				abortSignal?.addEventListener?.('abort', () => reject(new Error('canceled')));
			});
		const late = { trouble: 'There was no answer in time', mayHaveArrived: true };

		it('is ended, and may have arrived', async () => {
			expect(await send(get, untilAborted, patience.short)).toEqual(late);
		});

		it.each([
			['of a Stop button that nobody presses', new AbortController().signal],
			['of no Stop button', undefined],
		])('is ended also when n8n puts the signal in, %s', async (_which, signal) => {
			const reply: Reply = async (options) => {
				options.abortSignal = signal;
				await untilAborted(options);
			};
			expect(await send(get, reply, patience.short)).toEqual(late);
		});

		it('is ended by the Stop button at once, which is not the same as being late', async () => {
			const stop = new AbortController();
			const reply: Reply = async (options) => {
				options.abortSignal = stop.signal;
				const ended = untilAborted(options);
				stop.abort();
				await ended;
			};
			expect(await send(get, reply)).toEqual({
				trouble: 'The connection did not work',
				mayHaveArrived: true,
			});
		});

		it('keeps the deadline when n8n copies the options', async () => {
			const reply: Reply = async (options) => await untilAborted({ ...options });
			expect(await send(get, reply, patience.short)).toEqual(late);
		});
	});
});

import { Readable } from 'node:stream';
import { z } from 'zod';
import { owner } from './owner';

/** n8n refused a request; `status` is the HTTP status, the message holds what n8n said. */
export class N8nRefusedError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
		this.name = 'N8nRefusedError';
	}
}

const envelope = z.object({ data: z.unknown() });

/** A signed-in session with n8n's internal REST API, which is what the editor itself uses. */
export class N8nSession {
	private constructor(
		readonly url: string,
		private readonly cookie: string,
		private readonly watches: boolean,
	) {}

	/**
	 * Signs the owner in.
	 *
	 * @param watches whether n8n tells the session of each node what came out of it, as it tells the editor: that is
	 *   much work with many items, which executions that a trigger starts are spared
	 */
	static async signIn(url: string, watches = true): Promise<N8nSession> {
		const response = await fetch(`${url}/rest/login`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'browser-id': browserId },
			body: JSON.stringify({ emailOrLdapLoginId: owner.email, password: owner.password }),
		});
		const text = await response.text();
		if (!response.ok)
			throw new N8nRefusedError(response.status, `Sign-in: ${response.status} ${text.slice(0, 500)}`);
		const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
		return new N8nSession(url, cookies.join('; '), watches);
	}

	/**
	 * One request.
	 * @param path e.g. `/rest/workflows`
	 * @param schema what the `data` of the answer must look like
	 * @throws N8nRefusedError when n8n answers with 400 or above; ZodError when the answer looks otherwise
	 */
	async request<S extends z.ZodTypeAny>(
		schema: S,
		method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
		path: string,
		body?: unknown,
	): Promise<z.infer<S>> {
		const response = await fetchAnew(this.url + path, {
			method,
			headers: {
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				cookie: this.cookie,
				'browser-id': browserId,
				...(this.watches && { 'push-ref': browserId }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) {
			throw new N8nRefusedError(
				response.status,
				`${method} ${path}: ${response.status} ${text.slice(0, 500)}`,
			);
		}
		return schema.parse(envelope.parse(JSON.parse(text)).data);
	}

	/**
	 * Downloads a file.
	 *
	 * @param path e.g. `/rest/binary-data?id=...`
	 * @throws N8nRefusedError when n8n answers with 400 or above
	 */
	async download(path: string): Promise<Readable> {
		const response = await fetch(this.url + path, {
			headers: { cookie: this.cookie, 'browser-id': browserId },
		});
		if (!response.ok || !response.body) {
			throw new N8nRefusedError(response.status, `GET ${path}: ${response.status}`);
		}
		return Readable.fromWeb(response.body);
	}
}

/** n8n ties a session to the browser that signed in. */
const browserId = 'n8n-nodes-altur-scripts';

/**
 * A busy n8n closes idle connections just when the next request takes one. A question may be asked again then; what
 * changes something may not.
 */
async function fetchAnew(url: string, options: RequestInit): Promise<Response> {
	try {
		return await fetch(url, options);
	} catch (error) {
		if (options.method !== 'GET') throw error;
		return await fetch(url, options);
	}
}

import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';

interface Answered {
	status: number;
	headers: Headers;
	text: string;
	/** The parsed body, or undefined when it is not JSON. */
	json: unknown;
}

export interface Asked {
	body?: unknown;
	/** The Idempotency-Key. */
	key?: string;
	/** Instead of the sandbox's own key; an empty text sends no Authorization header. */
	authorization?: string;
	signal?: AbortSignal;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Sends one request below the sandbox's base URL. A text as body is sent as it is. */
export async function ask(sandbox: AlturSandbox, route: string, asked: Asked = {}): Promise<Answered> {
	const [method = 'GET', path = ''] = route.split(' ');
	const authorization = asked.authorization ?? `api-key ${sandbox.apiKey}`;
	const body = typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body);
	const response = await fetch(sandbox.baseUrl + path, {
		method,
		headers: {
			...(authorization !== '' && { authorization }),
			...(asked.body !== undefined && { 'content-type': 'application/json' }),
			...(asked.key !== undefined && { 'idempotency-key': asked.key }),
		},
		body,
		signal: asked.signal,
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

/** Mexican mobile numbers, one per index. */
export function phone(index: number): string {
	return `+52155${String(index).padStart(8, '0')}`;
}

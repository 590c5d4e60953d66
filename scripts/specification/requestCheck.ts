import type { DocumentedOperation } from './document';

/** A request as the node sent it. */
export interface SentRequest {
	method: string;
	/** Below the base URL. */
	path: string;
	query: URLSearchParams;
	/** Names in lower case. */
	headers: Readonly<Record<string, unknown>>;
	body: string;
}

/** Headers that any HTTP client sends, and those that every operation takes. */
const everywhere =
	/^(host|connection|accept|accept-encoding|content-length|content-type|user-agent|authorization)$/;

/** What the file does not name, and a validator of OpenAPI lets pass; and the form of the key, which it describes in prose. */
export function undocumentedIn(request: SentRequest, operation: DocumentedOperation): string[] {
	const { query, headers, body } = request;
	const names = [...query.keys()];
	const ofClient = (name: string): boolean => everywhere.test(name) || operation.headers.includes(name);
	return [
		...names
			.filter((name) => !operation.query.includes(name))
			.map((name) => `query.${name}: is not in the file`),
		...names
			.filter((name, place) => names.indexOf(name) !== place)
			.map((name) => `query.${name}: is there twice`),
		...Object.keys(headers)
			.filter((name) => !ofClient(name))
			.map((name) => `header.${name}: is not in the file`),
		...(/^api-key \S+$/.test(String(headers['authorization']))
			? []
			: ['header.authorization: is not "api-key KEY"']),
		...(body !== '' && !operation.takesBody ? ['body: the operation takes none'] : []),
		...(operation.takesBody && !/^application\/json\b/.test(String(headers['content-type']))
			? ['header.content-type: is not application/json']
			: []),
	];
}

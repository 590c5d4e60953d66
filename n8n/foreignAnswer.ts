import type { Failure } from '../bulk/request/failure';
import { isWebPage } from '../bulk/request/webPage';
import { jsonObject } from './responseSchemas';

/** By what the answers of a service are told from those of anything else that answers at an address. */
export interface OwnAnswers {
	/** Keys of its JSON objects; every answer of the service has at least one of them at its top. */
	keys: readonly string[];
	/** Where its address stands, and what it is, as sentences. */
	whereTheAddressIs: string;
}

/** A page with these says nothing of a key or of rights: it comes from something that never saw either. */
const ofWebPages: ReadonlySet<number | undefined> = new Set([401, 403]);
/** A server answers these to whatever it does not know. */
const ofUnknownPaths: ReadonlySet<number | undefined> = new Set([404, 405]);

/**
 * What answers in the place of the service, because the address in the credential is another's: a web page, an empty
 * answer, the JSON of another API.
 *
 * @returns the end of a sentence that begins "This address is not ...:", or undefined when the service itself may have
 * answered, if only the beginning of its JSON
 */
export function foreignAnswer({ kind, status, body }: Failure, { keys }: OwnAnswers): string | undefined {
	if (isWebPage(body) && (kind === 'unreadable' || ofWebPages.has(status) || ofUnknownPaths.has(status))) {
		return 'it answers with a web page';
	}
	if (kind !== 'unreadable' && !ofUnknownPaths.has(status)) return undefined;
	if (body === undefined || body === null || (typeof body === 'string' && body.trim() === '')) {
		return 'it answers with nothing';
	}
	if (typeof body === 'string') return /^\s*[[{]/.test(body) ? undefined : 'it answers with a text';
	const object = jsonObject.safeParse(body).data ?? {};
	return keys.some((key) => key in object) ? undefined : 'it answers with the data of something else';
}

import type { Failure, FailureKind } from '../bulk/request/failure';
import { foreignAnswer, type OwnAnswers } from './foreignAnswer';

/** So much of what a service says is read, before its tags are taken out, and quoted at most (characters). */
const maxReadCharacters = 10_000;
const maxQuotedCharacters = 300;

/** A failure in words for the person at the canvas. */
export interface Explanation {
	/** The service's code, or one of ours in the same style. */
	code: string;
	/** What happened. */
	message: string;
	/** What to do. */
	advice: string;
}

/** What the sentences about failed requests have to know of a service. */
export interface ServiceMessages {
	/** Its name, as people write it. */
	service: string;
	/** Where a valid key is found, as a sentence. */
	whereTheKeyIs: string;
	/** What its answers are known by. */
	own: OwnAnswers;
	/** What comes of running the node again, as a sentence. */
	onRetry: string;
	/** Sentences of its own for some kinds of failure, without a full stop at the end of the message. */
	kinds?: Partial<Record<FailureKind, Explanation>>;
}

/** What comes of running again what may be done any number of times. */
export const retryIsHarmless = 'A retry is safe: doing it twice does no harm.';

/** What comes of running a creation again that the service would carry out a second time. */
export function retryOfCreation({ mayHaveBeenApplied }: Failure, service: string): string {
	return mayHaveBeenApplied
		? `Look in ${service} first whether it is there: a new run could create a second one.`
		: 'A retry is safe: nothing was created.';
}

/**
 * Explains why a request finally failed.
 *
 * @param quoted what the service says itself, a sentence of a JSON body; it is left out where it helps nobody
 */
export function explainKind(failure: Failure, messages: ServiceMessages, quoted?: string): Explanation {
	const foreign = foreignAnswer(failure, messages.own);
	if (foreign !== undefined) return wrongAddress(foreign, failure, messages);
	const explained = messages.kinds?.[failure.kind] ?? explainAnyService(failure, messages);
	const isHidden = failure.kind === 'unauthorized' || failure.kind === 'unavailable';
	const saying = isHidden ? '' : quote(messages.service, quoted);
	const isUnexplained =
		failure.kind === 'refused' && saying === '' && !messages.kinds?.refused && !isRedirect(failure);
	return {
		...explained,
		message: `${explained.message}.${saying}`,
		advice: isUnexplained
			? `Check the fields of this node. ${messages.service} does not say why.`
			: explained.advice,
	};
}

/**
 * Says that something else answers at the address.
 *
 * @param foreign what it answers with
 */
export function wrongAddress(
	foreign: string,
	failure: Failure,
	{ service, own }: Pick<ServiceMessages, 'service' | 'own'>,
): Explanation {
	return {
		code: 'WRONG_ADDRESS',
		message: `This address is not ${service}'s API: ${foreign}${tried(failure)}.`,
		advice: `${own.whereTheAddressIs} If it is right, something else answers in its place, such as a firewall or a proxy.`,
	};
}

function tried({ attempts }: Failure): string {
	return attempts === 1 ? '' : ` (tried ${attempts} times)`;
}

function explainAnyService(
	failure: Failure,
	{ service, whereTheKeyIs, onRetry, own }: ServiceMessages,
): Explanation {
	const times = tried(failure);
	const wait = failure.retryAfterMs && inWords(failure.retryAfterMs);
	const later = `Run this again ${wait ? `in ${wait}` : 'later'}. ${onRetry}`;
	const status = failure.status ?? '';
	switch (failure.kind) {
		case 'unauthorized':
			return {
				code: 'UNAUTHORIZED',
				message: `${service} does not accept the API key`,
				advice: whereTheKeyIs,
			};
		case 'forbidden':
			return {
				code: 'FORBIDDEN',
				message: 'The API key may not do this',
				advice: `Check that the key belongs to the right ${service} account and has the rights for it.`,
			};
		case 'paymentRequired':
			return {
				code: 'PAYMENT_REQUIRED',
				message: `${service} asks for payment before it goes on`,
				advice: `Look at the billing page of ${service}.`,
			};
		case 'notFound':
			return {
				code: 'NOT_FOUND',
				message: `${service} did not find what this asks for`,
				advice: 'Pick one from the list, or check the ID.',
			};
		case 'conflict':
			return {
				code: 'CONFLICT',
				message: `${service} has one like this already`,
				advice: 'Update that one instead, or change what is sent.',
			};
		case 'tooLarge':
			return {
				code: 'TOO_LARGE',
				message: `The request is larger than ${service} takes`,
				advice: 'Send less at once, or shorten the longest fields.',
			};
		case 'throttled':
			return {
				code: 'TOO_MANY_REQUESTS',
				message: `${service} asks to wait${wait ? ` for ${wait}` : ''} before the next request${times}`,
				advice: `${later} Everything that uses the same key counts for its limit.`,
			};
		case 'unavailable':
			return {
				code: 'UNAVAILABLE',
				message: `${service} could not take the request now, HTTP ${status}${times}${wait ? `, and asks to wait for ${wait}` : ''}`,
				advice: later,
			};
		case 'unreadable':
			return {
				code: 'UNREADABLE_ANSWER',
				message: `The answer of ${service} could not be read${times}`,
				advice: later,
			};
		case 'unreachable':
			return {
				code: 'UNREACHABLE',
				message: `${service} could not be reached. ${failure.trouble ?? ''}${times}`,
				advice: `Check the network and the address in the credential. ${later}`,
			};
		case 'cancelled':
			return { code: 'STOPPED', message: 'The run was stopped', advice: later };
		case 'unexpected':
			return {
				code: 'UNEXPECTED',
				message: `A fault of this node: ${failure.trouble ?? ''}`,
				advice: 'Update the node to its newest version, or tell its developers.',
			};
		case 'refused':
			if (isRedirect(failure)) {
				return {
					code: 'REDIRECTED',
					message: `This address is not ${service}'s API itself: it sends the request on to another address, HTTP ${status}. The node does not follow, because the key would go there too`,
					advice: `Check whether the address begins with https, and is written in full. ${own.whereTheAddressIs}`,
				};
			}
			return {
				code: 'REFUSED',
				message: `${service} refused the request, HTTP ${status}`,
				advice: `Compare the fields of this node with what ${service} says.`,
			};
	}
}

function isRedirect({ status = 0 }: Failure): boolean {
	return status >= 300 && status < 400;
}

function inWords(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	if (seconds < 120) return seconds === 1 ? '1 second' : `${seconds} seconds`;
	return `${Math.ceil(seconds / 60)} minutes`;
}

/** What a service says, shortened and without tags, as a sentence to add; nothing when it says nothing. */
export function quote(service: string, said: string | undefined): string {
	return said ? ` ${service} says: "${shorten(said)}"` : '';
}

/** A text on one line and without tags, of at most so many characters: what a service or a sheet holds may be long. */
export function shorten(text: string, mostCharacters = maxQuotedCharacters): string {
	const line = text
		.slice(0, maxReadCharacters)
		.replace(/<[^<>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	// By characters, so that no emoji is cut in two.
	const signs = [...line];
	return signs.length > mostCharacters ? `${signs.slice(0, mostCharacters).join('')}...` : line;
}

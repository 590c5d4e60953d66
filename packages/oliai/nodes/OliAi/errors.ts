import type { Failure } from '../../../../bulk/request/failure';
import type { OwnAnswers } from '../../../../n8n/foreignAnswer';
import { explainKind, retryIsHarmless, retryOfCreation, type Explanation } from '../../../../n8n/messages';
import { productionUrl } from './baseUrl';
import { readRefusal } from './refusal';

/** What the request was about, for the sentences. */
export interface Subject {
	contactId?: string;
	audienceId?: string;
	phoneNumber?: string;
	/** What comes of running the node again, a sentence; by default that doing it twice does no harm. */
	onRetry?: string;
	/** Whether a contact with this number was to be updated, if there is one. */
	updatesExisting?: boolean;
	/** Whether the service would create a second one, if it was asked again. */
	createsAnew?: boolean;
}

export const keepsOne = 'A retry is safe: OliAI keeps one contact per phone number.';
const lookAgain =
	'It was to be updated, but could not be found by its number, or was changed meanwhile. Run this again for this item.';

/** What OliAI's answers are known by. */
export const oliAiAnswers: OwnAnswers = {
	keys: [
		'statusCode',
		'message',
		'error',
		'success',
		'id',
		'data',
		'contacts',
		'created',
		'deleted',
		'errors',
	],
	whereTheAddressIs: `Open the OliAI credential and correct Environment or Base URL; that of OliAI is ${productionUrl}.`,
};

/** Explains why a request to OliAI finally failed. What OliAI says itself is quoted with it. */
export function explainFailure(failure: Failure, subject: Subject = {}): Explanation {
	const { contactId, audienceId, phoneNumber, updatesExisting, createsAnew } = subject;
	const onRetry = createsAnew ? retryOfCreation(failure, 'OliAI') : (subject.onRetry ?? retryIsHarmless);
	const [what, id] = contactId === undefined ? ['audience', audienceId] : ['contact', contactId];
	const said = readRefusal(failure.body);
	const lost = howTheKeyWasLost(said);
	const messages = {
		service: 'OliAI',
		own: oliAiAnswers,
		whereTheKeyIs: whereTheKeyIs(said),
		onRetry,
		kinds: {
			...(lost && {
				unauthorized: {
					code: 'UNAUTHORIZED',
					message: `OliAI does not accept the API key: it ${lost}`,
					advice: whereTheKeyIs(said),
				},
			}),
			notFound: {
				code: 'NOT_FOUND',
				message: id === undefined ? 'OliAI did not find what this asks for' : `OliAI has no ${what} ${id}`,
				advice: 'Check the ID, and that the API key belongs to the same organization.',
			},
			...(phoneNumber !== undefined && {
				conflict: {
					code: 'CONTACT_EXISTS',
					message: `OliAI has a contact with the number ${phoneNumber} already`,
					advice: updatesExisting
						? lookAgain
						: 'To change it instead, set "If Contact Exists" to "Update It".',
				},
			}),
		},
	};
	return explainKind(failure, messages, said);
}

/** What became of a key that was valid once; it is told in the message, which rows that were not sent get to read too. */
function howTheKeyWasLost(said = ''): string | undefined {
	if (/revoked/i.test(said)) return 'has been revoked';
	return /expired/i.test(said) ? 'has expired' : undefined;
}

/** The four reasons of docs.oliai.in, Authentication, are worth different advice. */
function whereTheKeyIs(said = ''): string {
	if (/revoked/i.test(said)) return 'The key was revoked. Create a new one in OliAI, Settings > API Keys.';
	if (/expired/i.test(said)) return 'The key has expired. Create a new one in OliAI, Settings > API Keys.';
	return 'Open the OliAI credential and paste a valid key from OliAI, Settings > API Keys; keys of Production and QA differ.';
}

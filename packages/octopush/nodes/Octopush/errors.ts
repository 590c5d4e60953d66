import type { Failure } from '../../../../bulk/request/failure';
import type { OwnAnswers } from '../../../../n8n/foreignAnswer';
import {
	explainKind,
	retryIsHarmless,
	type Explanation,
	type ServiceMessages,
} from '../../../../n8n/messages';
import { productionUrl } from './baseUrl';
import { readRefusal } from './refusal';

type Message = Pick<Explanation, 'message' | 'advice'>;

const loginAdvice = 'Open the Octopush credential and paste login and key from your Octopush account.';
const listAdvice = 'Check the list and the numbers of this item.';
const numberAdvice = 'Check whether the numbers exist; all that were sent name their country.';
const textAdvice =
	'This concerns sending messages, which this node does not do; ask Octopush why it is said here.';

/**
 * Octopush's numeric codes (octopush.com, "Return codes"). The table was written for an older API; 121 has been seen
 * with the same meaning in this one, so Octopush's own sentence is quoted beside it.
 */
const codes: Record<number, Message> = {
	100: { message: 'Octopush received an empty request', advice: 'Update this node to its newest version.' },
	101: { message: 'Octopush does not accept the API login or the API key', advice: loginAdvice },
	102: { message: 'The text is longer than 160 characters', advice: textAdvice },
	103: { message: 'The request has no recipients', advice: listAdvice },
	104: {
		message: 'The Octopush account is out of credit',
		advice: 'Buy credit in Octopush and run this again.',
	},
	105: {
		message: 'The credit of the Octopush account is low, and an order is pending',
		advice: 'Run this again when the order is settled in Octopush.',
	},
	106: { message: 'The sender name is not 3 to 11 characters long', advice: textAdvice },
	107: { message: 'The text is missing', advice: textAdvice },
	108: { message: 'The API login is missing', advice: loginAdvice },
	109: { message: 'The API key is missing', advice: loginAdvice },
	110: { message: 'The list of recipients is missing', advice: listAdvice },
	111: { message: 'The request has no way to enter recipients', advice: listAdvice },
	112: { message: 'The message quality is missing', advice: textAdvice },
	113: {
		message: 'The Octopush account is not validated yet',
		advice: 'Finish the registration in Octopush, or ask its support.',
	},
	114: {
		message: 'The Octopush account is being checked for fraud',
		advice: 'Ask the support of Octopush; nothing can be sent until then.',
	},
	115: { message: 'The number of recipients differs from that of a parameter', advice: listAdvice },
	116: { message: 'The mailing option needs a contact list', advice: textAdvice },
	117: {
		message: 'None of the phone numbers is correct',
		advice: numberAdvice,
	},
	118: { message: 'The account is in test mode', advice: 'Untick the test mode in Octopush.' },
	119: { message: 'The text is longer than 160 characters for this type', advice: textAdvice },
	120: { message: 'The request ID was used before', advice: textAdvice },
	121: { message: 'The STOP mention is missing', advice: textAdvice },
	122: { message: 'The STOP mention is missing', advice: textAdvice },
	150: {
		message: 'A phone number is not valid',
		advice: numberAdvice,
	},
};

export const keepsOne = 'A retry is safe: Octopush keeps one contact per phone number.';

/** What Octopush's answers are known by. */
export const octopushAnswers: OwnAnswers = {
	keys: ['code', 'message', 'items', 'amount', 'unit'],
	whereTheAddressIs: `Open the Octopush credential and correct the Base URL; that of Octopush is ${productionUrl}.`,
};

const messages: Omit<ServiceMessages, 'onRetry'> = {
	service: 'Octopush',
	own: octopushAnswers,
	whereTheKeyIs: loginAdvice,
	kinds: {
		notFound: {
			code: 'NOT_FOUND',
			message: 'Octopush did not find what this asks for',
			advice: 'Check the name of the list, and the Base URL of the credential.',
		},
	},
};

/**
 * Explains why a request to Octopush finally failed. What Octopush says itself is quoted with it.
 *
 * @param onRetry what comes of running the node again, a sentence
 */
export function explainFailure(failure: Failure, onRetry = retryIsHarmless): Explanation {
	const { code, message } = readRefusal(failure.body);
	const known = code === undefined ? undefined : codes[code];
	if (!known || failure.kind === 'unavailable' || failure.kind === 'throttled') {
		const general = explainKind(failure, { ...messages, onRetry }, message);
		return { ...general, code: code === undefined ? general.code : String(code) };
	}
	const kinds = { ...messages.kinds, [failure.kind]: { code: String(code), ...known } };
	const explained = explainKind(failure, { ...messages, onRetry, kinds }, message);
	return { ...explained, message: `${explained.message} (Octopush code ${code})` };
}

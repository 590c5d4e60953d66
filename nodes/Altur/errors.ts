import type { Failure, FailureKind } from '../../bulk/request/failure';
import type { OwnAnswers } from '../../n8n/foreignAnswer';
import { explainKind, retryIsHarmless, type Explanation, type ServiceMessages } from '../../n8n/messages';
import { productionUrl } from './baseUrl';
import { nameField } from './fieldNames';
import { readRefusal, type Refusal } from './refusal';
import { billingAdvice, billingLimit, explainCode, type Subject } from './refusalCodes';

export const retryIsSafe = 'A retry is safe: what Altur has already is not added twice.';

/** What Altur's answers are known by: the keys of the four shapes of a refusal, and of its campaigns, contacts and calls. */
export const alturAnswers: OwnAnswers = {
	keys: [
		...['success', 'error', 'errors', 'detail', 'code', 'key', 'current_status'],
		...[
			'campaign',
			'campaigns',
			'contact',
			'contacts',
			'results',
			'calls',
			'thread',
			'messages',
			'pagination',
		],
	],
	whereTheAddressIs: `Open the Altur credential and correct the Base URL; that of Altur is ${productionUrl}.`,
};

/**
 * Explains why a request to Altur finally failed. What Altur says itself is quoted only when it is a sentence of a
 * JSON body: never a page, and never anything that holds the key.
 */
export function explainFailure(failure: Failure, subject: Subject = {}): Explanation {
	const refusal = readRefusal(failure.body);
	const known = statusTells.has(failure.kind)
		? undefined
		: explainCode(withImpliedCode(refusal, failure, subject), subject);
	if (known) return known;
	const { code, field } = refusal;
	const about = isAboutCampaign(refusal) ? { ...subject, contactId: undefined } : subject;
	const messages = alturMessages(about, subject.onRetry?.(failure));
	// "Campaign not found." adds nothing to a sentence that names the campaign.
	const isSaid = failure.kind === 'notFound' && (subject.campaignId ?? subject.thing) !== undefined;
	const general = explainKind(failure, messages, isSaid ? undefined : whatAlturSays(refusal));
	const isNamed =
		field === undefined ||
		failure.kind !== 'refused' ||
		refusal.problems.length > 0 ||
		general.message.includes(nameField(field));
	const message = isNamed ? general.message : `${general.message} It is about the field ${nameField(field)}.`;
	return { ...general, message, code: code ?? general.code };
}

/** Where only an agent is named by ID, it is the agent that is not found. */
function withImpliedCode(refusal: Refusal, { kind }: Failure, { agentId, integrationId }: Subject): Refusal {
	const isAgent = kind === 'notFound' && agentId !== undefined && integrationId === undefined;
	return isAgent && (refusal.code ?? 'NOT_FOUND') === 'NOT_FOUND'
		? { ...refusal, code: 'AGENT_NOT_FOUND' }
		: refusal;
}

/** The key, the pace and an outage are what their HTTP status says, whatever stands beside it. */
const statusTells: ReadonlySet<FailureKind> = new Set(['unauthorized', 'throttled', 'unavailable']);

/** Whether it is the campaign that Altur does not find, and not the contact in it. */
function isAboutCampaign({ message = '' }: Refusal): boolean {
	return /campaign/i.test(message) && !/contact/i.test(message);
}

/** So many fields of a validation error are quoted. */
const quotedFields = 3;

/** What Altur says: its sentence about the whole, and those about the fields. */
function whatAlturSays({ message, problems }: Refusal): string | undefined {
	const quoted = problems.slice(0, quotedFields).map(({ field, messages }) => {
		const said = messages.join(' ');
		return field === undefined ? said : `${nameField(field)}: ${said}`;
	});
	const more = problems.length - quoted.length;
	const isRepeated = problems.some(({ messages }) => message !== undefined && messages.includes(message));
	const told = [...(message === undefined || isRepeated ? [] : [message]), ...quoted].join(' ');
	return told === '' ? undefined : `${told}${more > 0 ? ` (and ${more} more)` : ''}`;
}

function alturMessages(about: Subject, onRetry: string | undefined): ServiceMessages {
	const { campaignId, contactId, thing, isIdempotent } = about;
	const named = campaignId ? ` campaign ${campaignId}` : thing ? ` ${thing}` : '';
	const subject = contactId ? ` contact ${contactId} of${named}` : named;
	// Only creations of campaigns and contacts have a key; what else is not idempotent has words of its own for a retry.
	const hasKey = !isIdempotent && onRetry === undefined;
	return {
		service: 'Altur',
		own: alturAnswers,
		whereTheKeyIs: 'Open the Altur credential and paste a valid key from Altur, Dashboard > API Keys.',
		onRetry: onRetry ?? (isIdempotent ? retryIsHarmless : retryIsSafe),
		kinds: {
			forbidden: {
				code: 'FORBIDDEN',
				message: `The API key may not do this${named && ` with${named}`}`,
				advice: thing
					? 'Check that the key belongs to the right organization.'
					: 'Check that the key belongs to the organization of the campaign.',
			},
			notFound: contactId
				? {
						code: 'NOT_FOUND',
						message: `Altur has no contact ${contactId} in${named}`,
						advice: 'Check the contact ID; "Get Many" lists the contacts of a campaign.',
					}
				: {
						code: 'NOT_FOUND',
						message: named ? `Altur has no${named}` : 'Altur did not find what this asks for',
						advice: thing ? 'Check the ID.' : 'Pick one from the list, or check the ID.',
					},
			conflict: hasKey
				? {
						code: 'CONFLICT',
						message: 'Altur holds another request under the same idempotency key',
						advice:
							'Wait a minute and run this again. If you set an Idempotency Key yourself, use another one for other contents.',
					}
				: {
						code: 'CONFLICT',
						message: `Altur does not allow this${subject && ` with${subject}`} as it stands now`,
						advice: 'Look up its status in Altur first.',
					},
			paymentRequired: {
				code: 'PAYMENT_REQUIRED',
				message: billingLimit(about).replace(/\.$/, ''),
				advice: billingAdvice,
			},
			tooLarge: {
				code: 'TOO_LARGE',
				message: 'The request is larger than Altur takes',
				advice: 'Shorten the context or the extracted data.',
			},
		},
	};
}

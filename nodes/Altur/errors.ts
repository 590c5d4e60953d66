import type { Failure } from '../../bulk/request/failure';
import { explainKind, retryIsHarmless, type Explanation, type ServiceMessages } from '../../n8n/messages';
import { readRefusal, type Refusal } from './refusal';

export const retryIsSafe = 'A retry is safe: what Altur has already is not added twice.';

/** What the request was about, for the sentences. */
export interface Subject {
	campaignId?: string;
	contactId?: string;
	/** What was to become of it: 'activated'. */
	participle?: string;
	/** Whether doing it twice does no harm. It goes without an idempotency key then, and a retry is called safe. */
	isIdempotent?: boolean;
}

/**
 * Explains why a request to Altur finally failed. What Altur says itself is quoted only when it is a sentence of a
 * JSON body: never a page, and never anything that holds the key.
 */
export function explainFailure(failure: Failure, subject: Subject = {}): Explanation {
	const refusal = readRefusal(failure.body);
	const known = refusal.code === undefined ? undefined : knownCodes.get(refusal.code)?.(refusal, subject);
	if (known && refusal.code) return { code: refusal.code, ...known };
	// "Campaign not found." adds nothing to a sentence that names the campaign.
	const isSaid = failure.kind === 'notFound' && subject.campaignId !== undefined;
	const general = explainKind(failure, alturMessages(subject), isSaid ? undefined : refusal.message);
	const isNamed = refusal.field === undefined || general.message.includes(refusal.field);
	const message = isNamed ? general.message : `${general.message} It is about the field "${refusal.field}".`;
	return { ...general, message, code: refusal.code ?? general.code };
}

type Message = Omit<Explanation, 'code'>;

/** The codes of the vendor's pages for creating, updating, running and deleting. */
const messagesByCode: Record<string, (refusal: Refusal, subject: Subject) => Message> = {
	IMMUTABLE_FIELD: ({ field }) => ({
		message: `Altur does not let ${field ? `"${field}"` : 'one of these fields'} be changed after a campaign was created.`,
		advice: 'Leave the field out, or create a new campaign with the other value.',
	}),
	CYCLES_NOT_ENABLED: () => ({
		message: 'The campaign has no cycles, so there are none to change.',
		advice: 'Cycles can only be switched on when a campaign is created. Remove Cycles here.',
	}),
	SCHEDULED_MODE_ONLY: () => ({
		message: 'The cycles of the campaign are in cooldown mode, which has no weekly schedule and no dates.',
		advice: 'Remove the cycle schedule, start date and end date, or create a campaign in scheduled mode.',
	}),
	CAMPAIGN_FINISHED: (_refusal, { campaignId }) => ({
		message: `Campaign ${campaignId ?? ''} is finished, and Altur lets nobody change it any more.`,
		advice: 'Choose another campaign, or create a new one.',
	}),
	UNKNOWN_ACTION: () => ({
		message: 'Altur does not know this action.',
		advice: 'Update this node to its newest version; Altur may have changed its API.',
	}),
	BILLING_LIMIT_REACHED: () => ({
		message: "The limit of your Altur plan is reached, so the campaign can't run.",
		advice: 'Raise the limit in Altur, Dashboard > Billing, and run this again.',
	}),
	INVALID_STATUS_TRANSITION: ({ currentStatus, validTargets }, { campaignId, participle }) => ({
		message: `The status of campaign ${campaignId ?? ''} is ${currentStatus ?? 'another one'}, so it cannot be ${participle ?? 'changed this way'}.`,
		advice: nextStatuses(validTargets),
	}),
	CONTACT_NOT_DELETABLE: (_refusal, { contactId }) => ({
		message: `Contact ${contactId ?? ''} was called or written to already, so Altur keeps it.`,
		advice: 'Only contacts with the status queue or failed can be deleted.',
	}),
};

/** Looked up like this, so that a code such as `constructor` is none of them. */
const knownCodes = new Map(Object.entries(messagesByCode));

function nextStatuses(validTargets: string[] | undefined): string {
	if (!validTargets) return 'Look up its status in Altur first.';
	if (validTargets.length === 0) return 'No other status is possible from there.';
	return `From there it can become ${validTargets.join(' or ')}.`;
}

function alturMessages({ campaignId, contactId, isIdempotent }: Subject): ServiceMessages {
	const campaign = campaignId ? ` campaign ${campaignId}` : '';
	const subject = contactId ? ` contact ${contactId} of${campaign}` : campaign;
	return {
		service: 'Altur',
		whereTheKeyIs: 'Open the Altur credential and paste a valid key from Altur, Dashboard > API Keys.',
		onRetry: isIdempotent ? retryIsHarmless : retryIsSafe,
		kinds: {
			forbidden: {
				code: 'FORBIDDEN',
				message: `The API key may not do this${campaign && ` with${campaign}`}`,
				advice: 'Check that the key belongs to the organization of the campaign.',
			},
			notFound: contactId
				? {
						code: 'NOT_FOUND',
						message: `Altur has no contact ${contactId} in${campaign}`,
						advice: 'Check the contact ID; "Get Many" lists the contacts of a campaign.',
					}
				: {
						code: 'NOT_FOUND',
						message: campaign ? `Altur has no${campaign}` : 'Altur did not find what this asks for',
						advice: 'Pick one from the list, or check the ID.',
					},
			conflict: isIdempotent
				? {
						code: 'CONFLICT',
						message: `Altur does not allow this with${subject} as it stands now`,
						advice: 'Look up its status in Altur first.',
					}
				: {
						code: 'CONFLICT',
						message: 'Altur holds another request under the same idempotency key',
						advice:
							'Wait a minute and run this again. If you set an Idempotency Key yourself, use another one for other contents.',
					},
			tooLarge: {
				code: 'TOO_LARGE',
				message: 'The request is larger than Altur takes',
				advice: 'Shorten the context or the extracted data.',
			},
		},
	};
}

import type { Failure } from '../../bulk/request/failure';
import { quote, type Explanation } from '../../n8n/messages';
import { nameField } from './fieldNames';
import type { Refusal } from './refusal';

/** What the request was about, for the sentences. */
export interface Subject {
	campaignId?: string;
	contactId?: string;
	agentId?: string;
	integrationId?: string;
	/** What was to become of the campaign: 'activated', 'created'. */
	participle?: string;
	/** What else was asked for, by its name and ID: 'call cll_gBoLtd02pUI50QwXkFjB'. */
	thing?: string;
	/** What comes of running it again, for what has no idempotency key and would be done a second time. */
	onRetry?(failure: Failure): string;
	/** Whether doing it twice does no harm. It goes without an idempotency key then, and a retry is called safe. */
	isIdempotent?: boolean;
}

type Message = Omit<Explanation, 'code'>;

/** The codes of Altur's specification that say more than the HTTP status does. */
const messagesByCode: Record<string, (refusal: Refusal, subject: Subject) => Message | undefined> = {
	INVALID_STATUS: ({ message }) => ({
		message: `Altur does not know a status that was sent.${quote('Altur', message)}`,
		advice: 'Choose statuses from the list of the field; phone and WhatsApp campaigns have different ones.',
	}),
	IMMUTABLE_FIELD: ({ field }) => ({
		message: `Altur does not let ${field ? nameField(field) : 'one of these fields'} be changed after a campaign was created.`,
		advice: 'Leave the field out, or create a new campaign with the other value.',
	}),
	UNKNOWN_ACTION: () => ({
		message: 'Altur does not know this action.',
		advice: 'Update this node to its newest version; Altur may have changed its API.',
	}),
	AGENT_NOT_FOUND: (_refusal, { agentId }) => ({
		message: `Altur has no agent${agentId ? ` ${agentId}` : ' like this'} that the API key can see.`,
		advice:
			'Pick the agent from the list, or paste the ID that Altur shows for it. Check that the key belongs to the same organization.',
	}),
	INTEGRATION_NOT_FOUND: (_refusal, { integrationId }) => ({
		message: `Altur has no integration${integrationId ? ` ${integrationId}` : ' like this'} that belongs to the agent.`,
		advice:
			'Pick the integration from the list after choosing agent and channel, or paste the ID that Altur shows for it.',
	}),
	INVALID_INTEGRATION_TYPE: () => ({
		message: 'The integration is not one of the channel that was chosen.',
		advice:
			'Choose the other Channel, or an integration of this one: a phone line for Phone Call, a WhatsApp line for WhatsApp.',
	}),
	INVALID_FILTER_TAG: ({ message }) => ({
		message: `Altur does not know a tag of Leave Out Tag IDs.${quote('Altur', message)}`,
		advice:
			"Enter the IDs of tags, not their names. Altur gives a tag's ID only with a conversation that has it.",
	}),
	INVALID_PHONE_NUMBER: ({ message }) => ({
		message: `Altur does not take a phone number that was sent.${quote('Altur', message)}`,
		advice: 'Write phone numbers with + and the country code.',
	}),
	MISSING_CONTACT: () => ({
		message: 'A contact that was sent has no phone number.',
		advice: 'Check which column is mapped to Phone Number.',
	}),
	CONTACT_NOT_FOUND: (_refusal, { campaignId, contactId }) => ({
		message: `Altur has no contact ${contactId ?? 'like this'} in${campaignId ? ` campaign ${campaignId}` : ' the campaign'}.`,
		advice: 'Check the contact ID; "Get Many" lists the contacts of a campaign.',
	}),
	CONTACT_NOT_DELETABLE: (_refusal, { contactId }) => ({
		message: `${contactId ? `Contact ${contactId}` : 'The contact'} was called or written to already, so Altur keeps it.`,
		advice: 'Only contacts with the status queue or failed can be deleted.',
	}),
	CAMPAIGN_FINISHED: (_refusal, { campaignId }) => ({
		message: `${campaignId ? `Campaign ${campaignId}` : 'The campaign'} is finished, and Altur lets nobody change it any more.`,
		advice: 'Choose another campaign, or create a new one.',
	}),
	CYCLES_NOT_ENABLED: () => ({
		message: 'The campaign has no cycles, so there are none to change.',
		advice: 'Cycles can only be switched on when a campaign is created. Remove Cycles here.',
	}),
	SCHEDULED_MODE_ONLY: () => ({
		message: 'The cycles of the campaign are in cooldown mode, which has no weekly schedule and no dates.',
		advice: 'Remove the cycle schedule, start date and end date, or create a campaign in scheduled mode.',
	}),
	INVALID_STATUS_TRANSITION: ({ currentStatus, validTargets }, { campaignId, participle }) =>
		currentStatus === undefined
			? undefined
			: {
					message: `The status of ${campaignId ? `campaign ${campaignId}` : 'the campaign'} is ${currentStatus}, so it cannot be ${participle ?? 'changed this way'}.`,
					advice: nextStatuses(validTargets),
				},
	BILLING_LIMIT_REACHED: (_refusal, subject) => ({
		message: billingLimit(subject),
		advice: billingAdvice,
	}),
};

/** Looked up like this, so that a code such as `constructor` is none of them. */
const knownCodes = new Map(Object.entries(messagesByCode));

/** A refusal in words, by its code; undefined when the code says no more than the HTTP status, or is unknown. */
export function explainCode(refusal: Refusal, subject: Subject): Explanation | undefined {
	const { code } = refusal;
	const explained = code === undefined ? undefined : knownCodes.get(code)?.(refusal, subject);
	return explained && code !== undefined ? { code, ...explained } : undefined;
}

/** Says that the plan has come to its limit (402: create, activate, resume), and what comes of it for a campaign. */
export function billingLimit({ participle, thing, onRetry }: Subject): string {
	const isOther = thing !== undefined || onRetry !== undefined;
	const effect = isOther ? '' : `, so the campaign can't ${participle ? `be ${participle}` : 'run'}`;
	return `The limit of your Altur plan is reached${effect}.`;
}

export const billingAdvice = 'Raise the limit in Altur, Dashboard > Billing, and run this again.';

function nextStatuses(validTargets: string[] | undefined): string {
	if (!validTargets) return 'Look up its status in Altur first.';
	if (validTargets.length === 0)
		return 'No other status is possible from there: create a new campaign instead.';
	return `From there it can become ${validTargets.join(' or ')}.`;
}

import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { cleanPhone, e164 } from '../../../bulk/clean/phone/cleanPhone';
import { valueToText } from '../../../bulk/clean/text';
import { onlyWhenAsked } from '../../../n8n/agent/onlyWhenAsked';
import { defaultCountryOption } from '../../../n8n/form/defaultCountry';
import { checked } from '../../../n8n/form/checked';
import { jsonObject, understands } from '../../../n8n/responseSchemas';
import { agentPicker } from '../campaign/fields/agentPicker';
import { chosenSchema } from '../campaign/schemas/fields';
import { roundedNumber } from '../../../n8n/form/roundedNumber';
import { type Operation, perItem } from '../operation';
import { readFields, readId, readText } from '../readValue';

const fields: INodeProperties[] = [
	{ ...agentPicker, description: 'The agent that calls, from its own number' },
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +52 55 1234 5678',
		description:
			'The number that is called, with + and the country code, or completed by Additional Fields > Default Country',
	},
	{
		displayName: 'This really calls the person, once for each input item, as soon as the workflow runs.',
		name: 'callNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Context for the Agent',
				name: 'context',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. Owes 1200, due on Friday',
				description: 'What the agent is to know, as text, or an object by expression',
			},
			defaultCountryOption('MX'),
			{
				displayName: 'First Message',
				name: 'initialMessage',
				type: 'string',
				typeOptions: { rows: 2 },
				default: '',
				placeholder: 'e.g. Hi, am I speaking with Ana?',
				description: 'What the agent says first',
			},
			{
				displayName: 'Name',
				name: 'displayName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Ana López',
				description: 'The name of the person, as the agent knows it',
			},
		],
	},
];

const noNumber = 'Phone Number must be one number with + and the country code, such as +525512345678';

/**
 * POST /call of Altur's specification: a doubtful number is not sent, because it would ring at somebody else's.
 *
 * @param hasCountry whether a Default Country is set, so that nobody is advised to set one
 */
function callSchema(hasCountry: boolean) {
	const message = hasCountry ? noNumber : `${noNumber}; Default Country completes numbers without it`;
	return z.object({
		agent_id: chosenSchema('Agent'),
		phone_number_to: z.string({ message }).regex(e164, message),
		end_user_display_name: z.string().optional(),
		end_user_context: z.union([z.string(), jsonObject]).optional(),
		initial_message: z.string().optional(),
	});
}

/**
 * Calls people: POST /call, one per input item. It takes no idempotency key, so it is never sent again when its end is
 * unknown: nobody is to be called twice.
 */
export const startCall: Operation = {
	resource: 'call',
	name: 'Start',
	value: 'start',
	action: 'Start call',
	description: "Call a person's phone now, outside of campaigns: this really calls",
	forAgents: `Calls the phone of a real person at once, outside of campaigns. ${onlyWhenAsked('this call, to this person')} If nobody knows whether it rang, do not call again: tell the user.`,
	fields,
	run: perItem(({ value }) => {
		const more = readFields(value('additionalFields'));
		const country = readText(more.defaultCountry);
		const cleaned = cleanPhone(readText(value('phoneNumber')), country);
		if ('rounded' in cleaned) throw roundedNumber(cleaned.rounded);
		const call = checked(callSchema(country !== undefined), {
			agent_id: readId(value('agentId')),
			phone_number_to: cleaned.number,
			end_user_display_name: readText(more.displayName),
			end_user_context: jsonObject.safeParse(more.context).data ?? valueToText(more.context),
			initial_message: readText(more.initialMessage),
		});
		return {
			subject: {
				agentId: call.agent_id,
				onRetry: ({ mayHaveBeenApplied }) =>
					mayHaveBeenApplied
						? 'Look in Altur first whether the person was called: a new run would call again.'
						: 'A retry is safe: nobody was called.',
			},
			once: { what: 'start call', inDoubt: 'refuse', toWhom: call.phone_number_to },
			async carryOut(ask) {
				const { body } = await ask({
					method: 'POST',
					path: '/call',
					body: Buffer.from(JSON.stringify(call)),
					retryable: false,
					understands: understands(jsonObject),
				});
				return [jsonObject.parse(body)];
			},
		};
	}),
};

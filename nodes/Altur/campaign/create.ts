import type { INodeProperties } from 'n8n-workflow';
import { checked } from '../../../n8n/form/checked';
import type { ItemForm } from '../../../n8n/form/itemForm';
import { olderPlace } from '../../../n8n/form/olderPlace';
import { campaignRequest, campaignResponseSchema } from './requests';
import { agentPicker } from './fields/agentPicker';
import { campaignFields, timeZoneOfAltur } from './fields/campaignFields';
import { channelField } from './fields/channelField';
import { createCampaignSchema } from './schemas/create';
import { newCyclesFields } from './fields/newCyclesFields';
import { creationOf } from './idempotency';
import { immutableNotices } from './fields/immutableNotices';
import { integrationPicker } from './fields/integrationPicker';
import { labels } from './fields/labels';
import { timeZonePicker } from './fields/timeZonePicker';
import { readDay, readFields, readId, readList, readNumber, readSettings, readText } from '../readValue';
import { readTimeZone } from './readTimeZone';
import { readWindows } from './readWindows';
import { schedulingField } from './fields/weekFields';
import { type Operation, perItem } from '../operation';

const forPhone = { displayOptions: { show: { '/integrationType': ['phone_call'] } } };
const forWhatsApp = { displayOptions: { show: { '/integrationType': ['whatsapp'] } } };

const fields: INodeProperties[] = [
	channelField,
	{
		displayName: labels.name,
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Q2 Reactivation',
		description: 'Name of the new campaign, at most 255 characters',
	},
	agentPicker,
	integrationPicker,
	...immutableNotices,
	timeZonePicker(
		'Choose a time zone...',
		`The time zone of the schedules. Altur takes ${timeZoneOfAltur} if none is chosen.`,
	),
	schedulingField,
	...newCyclesFields,
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{ ...campaignFields.templateAlt, ...forWhatsApp },
			campaignFields.description,
			{ ...campaignFields.firstMessage, ...forPhone },
			{
				displayName: 'Idempotency Key',
				name: 'idempotencyKey',
				type: 'string',
				typeOptions: { password: false },
				default: '',
				placeholder: 'e.g. deal-{{ $json.dealId }}',
				description:
					'Altur creates one campaign for one key, as long as it remembers the key: with the ID of a deal, one campaign per deal. Empty means one campaign per item and run, also when the run is tried again.',
			},
			campaignFields.messageLimit,
			campaignFields.retries,
			{ ...campaignFields.template, ...forWhatsApp },
			...olderPlace('additionalFields', campaignFields.timezone),
		],
	},
];

function readForm(form: ItemForm) {
	const more = readFields(form.value('additionalFields'));
	return {
		name: readText(form.value('name')),
		agent_id: readId(form.value('agentId')),
		integration_id: readId(form.value('integrationId')),
		integration_type: form.value('integrationType'),
		description: readText(more.description),
		timezone: readTimeZone(form, more.timezone),
		retries: readNumber(more.retries),
		message_limit: readNumber(more.messageLimit),
		first_message: readText(more.firstMessage),
		template: readText(more.template),
		template_alt: readText(more.templateAlt),
		scheduling: readWindows(form.value('scheduling')),
		cycles: readCycles(form),
	};
}

function readCycles(form: ItemForm) {
	const settings = readSettings(form.value('cycles'));
	return (
		settings && {
			mode: settings.mode,
			max_iterations: readNumber(settings.maxIterations),
			cooldown_minutes: readNumber(settings.cooldownMinutes),
			filter_statuses: readList(settings.filterStatuses),
			filter_tags: readList(settings.filterTags),
			schedule: readWindows(form.value('cyclesSchedule')),
			schedule_start_date: readDay(settings.scheduleStartDate),
			schedule_end_date: readDay(settings.scheduleEndDate),
		}
	);
}

const path = '/campaigns';

/** Creates campaigns: POST /campaigns with an Idempotency-Key, one per input item. */
export const createCampaign: Operation = {
	resource: 'campaign',
	name: 'Create',
	value: 'create',
	action: 'Create campaign',
	description:
		'Create a phone or WhatsApp campaign; Activate starts it. Altur answers with ID, status, agent and schedule: Get with Return Everything has the rest.',
	fields,
	run: perItem((form) => {
		const campaign = checked(createCampaignSchema, readForm(form));
		const asked = Buffer.from(JSON.stringify(campaign));
		const ownKey = readText(readFields(form.value('additionalFields')).idempotencyKey)?.trim();
		const { key, body, noteDoubt } = creationOf(form, path, ownKey || undefined, asked);
		const headers = { 'Idempotency-Key': key };
		return {
			subject: {
				participle: 'created',
				agentId: campaign.agent_id,
				integrationId: campaign.integration_id,
			},
			once: { what: 'create campaign', inDoubt: 'ask' },
			noteDoubt,
			async carryOut(ask) {
				const response = await ask(campaignRequest({ method: 'POST', path, headers }, body));
				return [campaignResponseSchema.parse(response.body).campaign];
			},
		};
	}),
};

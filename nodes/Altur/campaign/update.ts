import type { INodeProperties } from 'n8n-workflow';
import { checked } from '../../../n8n/form/checked';
import type { ItemForm } from '../../../n8n/form/itemForm';
import { olderPlace } from '../../../n8n/form/olderPlace';
import { campaignRequest, campaignResponseSchema } from './requests';
import { campaignPicker } from './picker';
import { campaignFields } from './fields/campaignFields';
import { changedCyclesFields } from './fields/changedCyclesFields';
import { labels } from './fields/labels';
import { timeZonePicker } from './fields/timeZonePicker';
import {
	isExpression,
	readClearableText,
	readDay,
	readFields,
	readId,
	readList,
	readNumber,
	readSettings,
} from '../readValue';
import { updateItemSchema } from './schemas/update';
import { readTimeZone } from './readTimeZone';
import { readWindows } from './readWindows';
import { schedulingField } from './fields/weekFields';
import { type Operation, perItem } from '../operation';

const fields: INodeProperties[] = [
	campaignPicker,
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description:
			'What is to change. A text field that is added and left empty clears the text in Altur; a field that is not added stays as it is.',
		options: [
			campaignFields.templateAlt,
			campaignFields.description,
			campaignFields.firstMessage,
			campaignFields.messageLimit,
			{
				displayName: labels.name,
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Q2 Reactivation - wave 2',
				description: 'The new name, at most 255 characters',
			},
			campaignFields.retries,
			campaignFields.template,
			...olderPlace('updateFields', campaignFields.timezone),
		],
	},
	timeZonePicker('As it is', 'The time zone of the schedules. While none is chosen, it stays as it is.'),
	schedulingField,
	...changedCyclesFields,
];

function readForm(form: ItemForm) {
	const changed = readFields(form.value('updateFields'));
	return {
		name: readClearableText(changed.name),
		description: readClearableText(changed.description),
		timezone: readTimeZone(form, changed.timezone),
		retries: readNumber(changed.retries),
		message_limit: readNumber(changed.messageLimit),
		first_message: readClearableText(changed.firstMessage),
		template: readClearableText(changed.template),
		template_alt: readClearableText(changed.templateAlt),
		scheduling: readWindows(form.value('scheduling')),
		cycles: readCycles(form),
	};
}

function readCycles(form: ItemForm) {
	const settings = readSettings(form.value('cycles')) ?? {};
	const raw = readSettings(form.rawValue('cycles')) ?? {};
	const cycles = {
		max_iterations: readNumber(settings.maxIterations),
		cooldown_minutes: readNumber(settings.cooldownMinutes),
		filter_statuses: readList(settings.filterStatuses, isExpression(raw.filterStatuses)),
		filter_tags: readList(settings.filterTags, isExpression(raw.filterTags)),
		schedule: readWindows(form.value('cyclesSchedule')),
		schedule_start_date: readDay(settings.scheduleStartDate),
		schedule_end_date: readDay(settings.scheduleEndDate),
	};
	return Object.values(cycles).some((value) => value !== undefined) ? cycles : undefined;
}

/** Changes campaigns: PATCH /campaigns/{id} with what was set, one per input item. */
export const updateCampaign: Operation = {
	resource: 'campaign',
	name: 'Update',
	value: 'update',
	action: 'Update campaign',
	description:
		'Change some fields of a campaign; all others stay. Altur answers without description, time zone, retries and texts: Get with Return Everything has them.',
	fields,
	run: perItem((form) => {
		const { campaignId, changes } = checked(updateItemSchema, {
			campaignId: readId(form.value('campaignId')),
			changes: readForm(form),
		});
		const path = `/campaigns/${campaignId}`;
		const body = Buffer.from(JSON.stringify(changes));
		return {
			subject: { campaignId, isIdempotent: true },
			async carryOut(ask) {
				const response = await ask(campaignRequest({ method: 'PATCH', path }, body));
				return [campaignResponseSchema.parse(response.body).campaign];
			},
		};
	}),
};

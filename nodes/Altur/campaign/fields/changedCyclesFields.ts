import type { INodeProperties } from 'n8n-workflow';
import { isThere } from '../../../../n8n/form/isThere';
import { asGroup, endDate, filterStatuses, filterTags, startDate, tagsDescription } from './cycleSettings';
import { labels } from './labels';
import { cyclesScheduleField } from './weekFields';

/** A group of an update always has all its fields, so an empty one has to mean "as it is": hence texts for numbers. */
const changedSettings: INodeProperties[] = [
	{
		displayName: labels.maxIterations,
		name: 'maxIterations',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3',
		description: 'How many cycles there are at most, 2 to 12. Empty leaves it as it is.',
	},
	{
		displayName: labels.cooldownMinutes,
		name: 'cooldownMinutes',
		type: 'string',
		default: '',
		placeholder: 'e.g. 60',
		description: 'Minutes between one cycle and the next, at most 1440 (a day). Empty leaves it as it is.',
	},
	{
		...filterStatuses,
		description:
			'Contacts with one of these statuses are left out of the next cycle. Empty leaves the list as it is; the expression {{ [] }} empties it.',
	},
	{
		...filterTags,
		description: `${tagsDescription} Empty leaves the list as it is; the expression {{ [] }} empties it.`,
	},
	{
		...startDate,
		description: 'The first day of the cycles, only in scheduled mode. Empty leaves it as it is.',
	},
	{
		...endDate,
		description: 'The last day of the cycles, only in scheduled mode. Empty leaves it as it is.',
	},
];

/** How the picker of campaigns names one of WhatsApp: name, channel, status, ID. */
const whatsAppIsPicked = {
	'/campaignId.cachedResultName': [{ _cnd: { regex: ' - WhatsApp( - [a-z_]+)?( - archived)? - \\d+$' } }],
};

/**
 * Hides a group of an update when a WhatsApp campaign is picked from the list, unless it holds something, which Altur is
 * to judge. The first entry is for other campaigns; the last keeps the group when it runs, as in `newCyclesFields`.
 *
 * @param group the stored name of what the group holds
 */
function notForWhatsApp(field: INodeProperties, group: string): INodeProperties[] {
	return [
		{ ...field, displayOptions: { hide: whatsAppIsPicked } },
		{
			...field,
			displayOptions: { show: { ...whatsAppIsPicked, [`/${field.name}.${group}`]: [isThere] } },
		},
		{ ...field, displayOptions: { show: whatsAppIsPicked, hide: { [`/${field.name}`]: [isThere] } } },
	];
}

const changedCycles: INodeProperties = {
	displayName: labels.cycles,
	name: 'cycles',
	placeholder: 'Change Cycles',
	description: 'Only for campaigns that were created with cycles. Only what is filled in is changed.',
	...asGroup(changedSettings),
};

/** Cycles of an update. */
export const changedCyclesFields: INodeProperties[] = [
	...notForWhatsApp(changedCycles, 'settings'),
	...notForWhatsApp(cyclesScheduleField, 'windows'),
];

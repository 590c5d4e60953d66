import type { INodeProperties } from 'n8n-workflow';
import { phoneStatusOptions } from '../../contact/statuses';
import { cooldownMinutesRange, iterationsRange } from '../schemas/cycles';
import { labels } from './labels';
import { cyclesScheduleField } from './weekFields';

const filterStatuses: INodeProperties = {
	displayName: labels.filterStatuses,
	name: 'filterStatuses',
	type: 'multiOptions',
	default: [],
	description:
		'Contacts with one of these statuses are left out of the next cycle. For others than these, use an expression that gives a list.',
	options: phoneStatusOptions,
};

/** Altur's API has no list of tags: GET /thread/{id} is the only place where their IDs are found. */
const tagsDescription =
	'Contacts whose conversation has one of these tags are left out of the next cycle. IDs of the tags, with commas between them, not their names. Altur gives the ID of a tag only with a conversation that has it (tags[].id of a thread in its API).';

const filterTags: INodeProperties = {
	displayName: labels.filterTags,
	name: 'filterTags',
	type: 'string',
	default: '',
	placeholder: 'e.g. the ID of a tag, the ID of another',
	description: tagsDescription,
};

const startDate: INodeProperties = {
	displayName: labels.scheduleStartDate,
	name: 'scheduleStartDate',
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: '',
	description: 'The first day of the cycles. The time of day is not used.',
};

const endDate: INodeProperties = {
	displayName: labels.scheduleEndDate,
	name: 'scheduleEndDate',
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: '',
	description: 'The last day of the cycles. The time of day is not used.',
};

const newSettings: INodeProperties[] = [
	{
		displayName: labels.mode,
		name: 'mode',
		type: 'options',
		default: 'cooldown',
		description: 'When the next cycle begins. It cannot be changed later.',
		options: [
			{ name: 'Cooldown', value: 'cooldown', description: 'Some minutes after the last one' },
			{ name: 'Scheduled', value: 'scheduled', description: 'In the hours of a weekly schedule' },
		],
	},
	{
		displayName: labels.maxIterations,
		name: 'maxIterations',
		type: 'number',
		typeOptions: { minValue: iterationsRange.from, maxValue: iterationsRange.to, numberPrecision: 0 },
		default: 3,
		description: 'How many cycles there are at most, 2 to 12',
	},
	{
		displayName: labels.cooldownMinutes,
		name: 'cooldownMinutes',
		type: 'number',
		typeOptions: {
			minValue: cooldownMinutesRange.from,
			maxValue: cooldownMinutesRange.to,
			numberPrecision: 0,
		},
		displayOptions: { show: { mode: ['cooldown'] } },
		default: 60,
		description: 'Minutes between one cycle and the next, at most 1440 (a day)',
	},
	filterStatuses,
	filterTags,
	{ ...startDate, displayOptions: { show: { mode: ['scheduled'] } } },
	{ ...endDate, displayOptions: { show: { mode: ['scheduled'] } } },
];

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

const asGroup = (
	values: INodeProperties[],
): Pick<INodeProperties, 'type' | 'typeOptions' | 'default' | 'options'> => ({
	type: 'fixedCollection',
	typeOptions: { multipleValues: false },
	default: {},
	options: [{ displayName: 'Settings', name: 'settings', values }],
});

const forPhone = { show: { integrationType: ['phone_call'] } };

/** Cycles of a new campaign: off until added. */
export const newCyclesFields: INodeProperties[] = [
	{
		displayName: labels.cycles,
		name: 'cycles',
		placeholder: 'Add Cycles',
		description:
			'Contacts people again, in cycles. Only phone campaigns have them, and they can only be switched on here.',
		displayOptions: forPhone,
		...asGroup(newSettings),
	},
	{
		...cyclesScheduleField,
		displayOptions: { show: { ...forPhone.show, '/cycles.settings.mode': ['scheduled'] } },
	},
	// When it runs, n8n leaves groups out where it works out what is shown, and drops what is not: this entry keeps it.
	{
		...cyclesScheduleField,
		displayOptions: { ...forPhone, hide: { '/cycles': [{ _cnd: { exists: true } }] } },
	},
];

/** Cycles of an update. */
export const changedCyclesFields: INodeProperties[] = [
	{
		displayName: labels.cycles,
		name: 'cycles',
		placeholder: 'Change Cycles',
		description: 'Only for campaigns that were created with cycles. Only what is filled in is changed.',
		...asGroup(changedSettings),
	},
	cyclesScheduleField,
];

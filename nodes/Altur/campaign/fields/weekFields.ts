import type { INodeProperties } from 'n8n-workflow';
import { labels } from './labels';
import { dayNames } from '../schemas/week';

const dayOptions = Object.entries(dayNames).map(([value, name]) => ({ name, value }));

const windowFields: INodeProperties[] = [
	{
		displayName: labels.days,
		name: 'days',
		type: 'multiOptions',
		default: ['mon', 'tue', 'wed', 'thu', 'fri'],
		description: 'The days with these hours. Altur takes one span a day.',
		options: dayOptions,
	},
	{
		displayName: labels.startTime,
		name: 'startTime',
		type: 'string',
		default: '09:00',
		placeholder: 'e.g. 09:00',
		description: 'When contacting begins, 24-hour clock, in the time zone of the campaign',
	},
	{
		displayName: labels.stopTime,
		name: 'stopTime',
		type: 'string',
		default: '18:00',
		placeholder: 'e.g. 18:00',
		description: 'When contacting ends, 24-hour clock, later than it begins',
	},
];

const asWindows: Pick<INodeProperties, 'type' | 'typeOptions' | 'default' | 'options'> = {
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	options: [{ displayName: 'Hours', name: 'windows', values: windowFields }],
};

/** A weekly schedule as windows: some days, from when to when. */
export const schedulingField: INodeProperties = {
	displayName: labels.scheduling,
	name: 'scheduling',
	placeholder: 'Add Hours',
	description:
		'On which days, and between which hours, the campaign contacts people. Days without hours are off.',
	...asWindows,
};

/** The weekly schedule of cycles in scheduled mode. */
export const cyclesScheduleField: INodeProperties = {
	displayName: labels.cyclesSchedule,
	name: 'cyclesSchedule',
	placeholder: 'Add Hours for Cycles',
	description: 'On which days, and between which hours, cycles run. Only for cycles in scheduled mode.',
	...asWindows,
};

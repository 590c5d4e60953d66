import type { INodeProperties } from 'n8n-workflow';
import { isThere } from '../../../../n8n/form/isThere';
import { cooldownMinutesRange, iterationsRange } from '../schemas/cycles';
import { asGroup, endDate, filterStatuses, filterTags, startDate } from './cycleSettings';
import { labels } from './labels';
import { cyclesScheduleField } from './weekFields';

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
		displayOptions: { ...forPhone, hide: { '/cycles': [isThere] } },
	},
];

import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod';
import { beginBeforeEnd, momentSchema } from '../dates';

const dates = { startDate: 'Start Date', endDate: 'End Date' } as const;

/** Who took a call. */
export const answeredByOptions: INodePropertyOptions[] = [
	{ name: 'Human', value: 'human' },
	{ name: 'Machine', value: 'machine', description: 'A voicemail or another machine' },
	{ name: 'Unknown', value: 'unknown' },
];

/** The statuses of calls by which Altur's list can be filtered. */
export const callStatusOptions: INodePropertyOptions[] = [
	{ name: 'Busy', value: 'busy' },
	{ name: 'Ended', value: 'ended' },
	{ name: 'Failed', value: 'failed' },
	{ name: 'In Progress', value: 'in-progress' },
	{ name: 'No Answer', value: 'no-answer' },
];

/** Altur's specification, GET /campaigns/{id}/calls: `status`, `answeredBy`, `startDate`, `endDate`. */
export const callFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Answered By',
			name: 'answeredBy',
			type: 'options',
			default: 'human',
			description: 'Only calls that were answered so',
			options: answeredByOptions,
		},
		{
			displayName: dates.endDate,
			name: 'endDate',
			type: 'dateTime',
			default: '',
			description: 'Only calls until this time',
		},
		{
			displayName: dates.startDate,
			name: 'startDate',
			type: 'dateTime',
			default: '',
			description: 'Only calls from this time on',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 'ended',
			description: 'Only calls in this status',
			options: callStatusOptions,
		},
	],
};

/**
 * The filters as Altur takes them. What a status may be is left to Altur.
 *
 * @param timezone of the workflow, for dates that do not name their own
 */
export const callFiltersSchema = (timezone: string) =>
	z
		.object({
			status: z.string().optional(),
			answeredBy: z.string().optional(),
			startDate: momentSchema(dates.startDate, timezone),
			endDate: momentSchema(dates.endDate, timezone),
		})
		.superRefine(beginBeforeEnd(dates, [['startDate', 'endDate']]));

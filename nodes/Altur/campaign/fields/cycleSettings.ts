import type { INodeProperties } from 'n8n-workflow';
import { phoneStatusOptions } from '../../contact/statuses';
import { labels } from './labels';

export const filterStatuses: INodeProperties = {
	displayName: labels.filterStatuses,
	name: 'filterStatuses',
	type: 'multiOptions',
	default: [],
	description:
		'Contacts with one of these statuses are left out of the next cycle. For others than these, use an expression that gives a list.',
	options: phoneStatusOptions,
};

/** Altur's API has no list of tags: GET /thread/{id} is the only place where their IDs are found. */
export const tagsDescription =
	'Contacts whose conversation has one of these tags are left out of the next cycle. IDs of the tags, with commas between them, not their names. Altur gives the ID of a tag only with a conversation that has it (tags[].id of a thread in its API).';

export const filterTags: INodeProperties = {
	displayName: labels.filterTags,
	name: 'filterTags',
	type: 'string',
	default: '',
	placeholder: 'e.g. the ID of a tag, the ID of another',
	description: tagsDescription,
};

export const startDate: INodeProperties = {
	displayName: labels.scheduleStartDate,
	name: 'scheduleStartDate',
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: '',
	description: 'The first day of the cycles. The time of day is not used.',
};

export const endDate: INodeProperties = {
	displayName: labels.scheduleEndDate,
	name: 'scheduleEndDate',
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: '',
	description: 'The last day of the cycles. The time of day is not used.',
};

/** The settings as a group that is added once. */
export const asGroup = (
	values: INodeProperties[],
): Pick<INodeProperties, 'type' | 'typeOptions' | 'default' | 'options'> => ({
	type: 'fixedCollection',
	typeOptions: { multipleValues: false },
	default: {},
	options: [{ displayName: 'Settings', name: 'settings', values }],
});

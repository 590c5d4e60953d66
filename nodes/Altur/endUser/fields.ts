import type { INodeProperties } from 'n8n-workflow';
import { textIdSchema } from '../ids';

export const labels = { displayName: 'Display Name', info: 'Info' } as const;

/** Which end user. */
export const endUserIdField: INodeProperties = {
	displayName: 'End User ID',
	name: 'endUserId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 2be951e6-7798-47cd-878d-49b2918a3bba',
	description: 'The ID of the person, as Call > Get returns it in the thread of the call',
};

export const endUserIdSchema = textIdSchema('End User ID', 'Call > Get returns it in the thread of the call');

export const displayNameField: INodeProperties = {
	displayName: labels.displayName,
	name: 'displayName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Ana López',
	description: 'The name by which the agent and Altur know the person',
};

export const infoField: INodeProperties = {
	displayName: labels.info,
	name: 'info',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Prefers to be called in the morning',
	description: 'What the agent is to know about the person',
};

import type { INodeProperties } from 'n8n-workflow';
import { textIdSchema } from '../ids';

/** Which conversation. */
export const threadIdField: INodeProperties = {
	displayName: 'Thread ID',
	name: 'threadId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. thr_Kp7mQz3XvNb8LcRt2sYw',
	description: 'The ID of the conversation, as Call > Get returns it with the call',
};

export const threadIdSchema = textIdSchema('Thread ID', 'Call > Get returns it with the call');

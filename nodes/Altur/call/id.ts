import type { INodeProperties } from 'n8n-workflow';
import { textIdSchema } from '../ids';

/** Which call. */
export const callIdField: INodeProperties = {
	displayName: 'Call ID',
	name: 'callId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. cll_gBoLtd02pUI50QwXkFjB',
	description: 'The ID of the call: "call_id" in the output of Get Many',
};

export const callIdSchema = textIdSchema('Call ID', 'it is "call_id" in the output of Call > Get Many');

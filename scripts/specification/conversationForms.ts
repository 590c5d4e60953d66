import { byId, type FilledForm } from './campaignForms';

const agentId = byId('2f6d0c1e-4b7a-4a53-9c1f-0d9e8b7a6c51');
const call = (operation: string) => ({ resource: 'call', operation, callId: 'cll_1' });
const calls = { resource: 'call', operation: 'getAll', campaignId: byId('1234') };
const start = { resource: 'call', operation: 'start', agentId, phoneNumber: '+525512345678' };
const endUserId = '2be951e6-7798-47cd-878d-49b2918a3bba';
const endUser = (operation: string) => ({ resource: 'endUser', operation, endUserId });

/** Every operation on calls, threads, messages and end users, with the fewest fields and with all of them. */
export const conversationForms: readonly FilledForm[] = [
	{ name: 'call get', parameters: call('get') },
	{ name: 'call get, transcript', parameters: { ...call('get'), includeTranscript: true } },
	{ name: 'call getRecording', parameters: call('getRecording') },
	{ name: 'call getAll', parameters: { ...calls, limit: 5 } },
	{
		name: 'call getAll, all filters',
		parameters: {
			...calls,
			limit: 100,
			filters: { status: 'ended', answeredBy: 'human', startDate: '2026-06-01', endDate: '2026-07-01' },
		},
	},
	{ name: 'call start', parameters: start },
	{
		name: 'call start, all fields',
		parameters: {
			...start,
			additionalFields: { displayName: 'Ana', context: 'Owes 1200', initialMessage: 'Hi, Ana?' },
		},
	},
	{ name: 'thread get', parameters: { resource: 'thread', operation: 'get', threadId: 'thr_1' } },
	{ name: 'message getAll', parameters: { resource: 'message', operation: 'getAll', threadId: 'thr_1' } },
	{
		name: 'message send',
		parameters: { resource: 'message', operation: 'send', agentId, endUserId, content: 'I pay on Friday' },
	},
	{
		name: 'endUser create',
		parameters: { resource: 'endUser', operation: 'create', displayName: 'Ana', info: 'VIP' },
	},
	{ name: 'endUser get', parameters: endUser('get') },
	{ name: 'endUser update', parameters: { ...endUser('update'), updateFields: { info: 'VIP' } } },
	{ name: 'endUser delete', parameters: endUser('delete') },
];

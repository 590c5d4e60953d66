import type { INodeProperties } from 'n8n-workflow';
import { eventOptions } from './events';
import { filtersField } from './filters';

/** A notice of n8n shows lists, but no numbers and nothing bold. */
const steps = [
	'In the dashboard of Altur, add a webhook integration.',
	'Copy its secret into Webhook Secret of the credential here.',
	'Open Webhook URLs above, choose Production URL, and enter that address in Altur.',
	'Publish this workflow.',
];

const unsigned = { displayOptions: { show: { '/options.acceptUnsigned': [true] } } };

/** The form of the trigger. Altur has no API for webhooks, so the person enters the address there. */
export const triggerForm: INodeProperties[] = [
	{
		displayName: `Once, by hand, in this order:<ul>${steps.map((step) => `<li>${step}</li>`).join('')}</ul>The Test URL takes one event at a time, while you listen here.`,
		name: 'setUpNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['on_call_end'],
		description: 'What starts the workflow, if the webhook integration in Altur sends it too',
		options: eventOptions,
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		default: 'simple',
		description: 'How the event comes out',
		options: [
			{
				name: 'Simple',
				value: 'simple',
				description: 'One flat row, as a sheet likes it: the contact, how the call went, what was found out',
			},
			{ name: 'Whole', value: 'whole', description: 'Everything that Altur sends, as it sends it' },
		],
	},
	filtersField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Accept Unsigned Calls',
				name: 'acceptUnsigned',
				type: 'boolean',
				default: false,
				description:
					'Whether to take calls without a signature too. For trials only: whoever knows the address could start the workflow.',
			},
		],
	},
	{
		displayName:
			'Calls that nobody signed start this workflow too. Turn Accept Unsigned Calls off before real contacts depend on it.',
		name: 'unsignedNotice',
		type: 'notice',
		default: '',
		...unsigned,
	},
];

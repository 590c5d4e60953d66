import type { NodeParameterValueType } from 'n8n-workflow';
import { AlturBench } from '../harness/altur';
import { byId, createParameters, pageWhatsApp, rowsOf, updateParameters } from '../harness/campaignForms';

const windows = (...list: Array<{ days: NodeParameterValueType; startTime: string; stopTime: string }>) => ({
	windows: list,
});
const scheduled = (settings: Record<string, NodeParameterValueType>) => ({
	cycles: { settings: { mode: 'scheduled', maxIterations: 3, ...settings } },
});

/** n8n itself stops a required field that is left empty, but not an expression that comes to nothing. */
const empty = '={{ "" }}';

type Form = Record<string, NodeParameterValueType>;

const ofCreate: Array<[rule: string, form: Form, message: string]> = [
	['a name', { name: empty }, 'Name is empty'],
	['a name that is there', { name: '={{ $json.missing }}' }, 'Name is empty'],
	['a name of 255 characters', { name: 'x'.repeat(256) }, 'Name is longer than 255 characters'],
	['an agent', { agentId: byId(empty) }, 'Agent is empty: choose one from the list, or enter its ID'],
	[
		'an integration',
		{ integrationId: byId('={{ " " }}') },
		'Integration is empty: choose one from the list, or enter its ID',
	],
	[
		'an integration of the channel',
		{ integrationType: 'whatsapp' },
		'Integration iph_8YqL3mZxR1tV0nKfH9bA is one for Phone Call, but Channel is WhatsApp: choose it again from the list, after the channel',
	],
	[
		'the channel of an integration',
		{ integrationId: byId(pageWhatsApp) },
		'Integration iwa_8YqL3mZxR1tV0nKfH9bA is one for WhatsApp, but Channel is Phone Call: choose it again from the list, after the channel',
	],
	['a channel', { integrationType: '={{ "sms" }}' }, 'Channel must be phone_call or whatsapp'],
	['retries', { additionalFields: { retries: 6 } }, 'Retries must be a whole number from 0 to 5'],
	['whole retries', { additionalFields: { retries: 1.5 } }, 'Retries must be a whole number from 0 to 5'],
	[
		'retries in digits',
		{ additionalFields: { retries: '={{ "two" }}' } },
		'Retries must be a whole number from 0 to 5',
	],
	[
		'a message limit',
		{ additionalFields: { messageLimit: 0 } },
		'Message Limit must be a whole number from 1 to 10000',
	],
	[
		'a message limit in range',
		{ additionalFields: { messageLimit: 10_001 } },
		'Message Limit must be a whole number from 1 to 10000',
	],
	[
		'a time zone',
		{ timezone: byId('={{ "Mexico" + "City" }}') },
		'Time Zone must be an IANA name such as America/Mexico_City',
	],
	[
		'a time zone by name',
		{ additionalFields: { timezone: '={{ "+02:00" }}' } },
		'Time Zone must be an IANA name such as America/Mexico_City',
	],
	[
		'hours',
		{ scheduling: windows({ days: ['mon'], startTime: '9am', stopTime: '24:00' }) },
		'Weekly Schedule: From must be a time such as 09:00. Weekly Schedule: To must be a time such as 09:00',
	],
	[
		'hours in order',
		{ scheduling: windows({ days: ['mon'], startTime: '18:00', stopTime: '09:00' }) },
		'Weekly Schedule: To (09:00) must be later than From (18:00)',
	],
	[
		'days',
		{ scheduling: windows({ days: [], startTime: '09:00', stopTime: '18:00' }) },
		'Weekly Schedule: Days is empty',
	],
	[
		'days of the week',
		{ scheduling: windows({ days: '={{ ["lunes"] }}', startTime: '09:00', stopTime: '18:00' }) },
		'Weekly Schedule: "lunes" is no day; they are mon, tue, wed, thu, fri, sat, sun',
	],
	[
		'one window a day',
		{
			scheduling: windows(
				{ days: ['mon'], startTime: '09:00', stopTime: '12:00' },
				{ days: ['mon'], startTime: '14:00', stopTime: '18:00' },
			),
		},
		'Weekly Schedule, Hours 2: Monday has hours already; Altur takes one span a day',
	],
	[
		'a mode of cycles',
		{ cycles: { settings: { mode: '={{ "daily" }}' } } },
		'Mode of the cycles must be cooldown or scheduled',
	],
	[
		'whole numbers in cycles',
		{ cycles: { settings: { maxIterations: 2.5, cooldownMinutes: 0.5 } } },
		'Number of Cycles must be a whole number from 2 to 12. Cooldown Minutes must be a whole number from 0 to 1440',
	],
	[
		'2 to 12 cycles, and a day between them at most',
		{ cycles: { settings: { maxIterations: 1, cooldownMinutes: 1441 } } },
		'Number of Cycles must be a whole number from 2 to 12. Cooldown Minutes must be a whole number from 0 to 1440',
	],
	[
		'days in cycles',
		scheduled({ scheduleStartDate: '={{ "31.08.2026" }}' }),
		'Start Date must be a day such as 2026-08-31',
	],
	[
		'days that exist',
		scheduled({ scheduleEndDate: '={{ "2026-02-30" }}' }),
		'End Date must be a day such as 2026-08-31',
	],
	[
		'days in order',
		scheduled({ scheduleStartDate: '2026-09-30', scheduleEndDate: '2026-08-31' }),
		'End Date of the cycles must not be before Start Date',
	],
	[
		'hours in order, of cycles',
		{
			...scheduled({}),
			cyclesSchedule: windows({ days: ['mon'], startTime: '18:00', stopTime: '18:00' }),
		},
		'Cycle Schedule: To (18:00) must be later than From (18:00)',
	],
	[
		'everything at once',
		{
			name: empty,
			agentId: byId(empty),
			additionalFields: { retries: 9, timezone: '={{ "X" }}' },
			scheduling: windows({ days: [], startTime: '18:00', stopTime: '09:00' }),
			...scheduled({
				maxIterations: 0.5,
				scheduleStartDate: '2026-09-30',
				scheduleEndDate: '2026-08-31',
			}),
		},
		[
			'Name is empty',
			'Agent is empty: choose one from the list, or enter its ID',
			'Time Zone must be an IANA name such as America/Mexico_City',
			'Retries must be a whole number from 0 to 5',
			'Weekly Schedule: Days is empty',
			'Weekly Schedule: To (09:00) must be later than From (18:00)',
			'Number of Cycles must be a whole number from 2 to 12',
			'End Date of the cycles must not be before Start Date',
		].join('. '),
	],
];

const ofUpdate: typeof ofCreate = [
	['a name', { updateFields: { name: '' } }, 'Name is empty'],
	[
		'a name of 255 characters',
		{ updateFields: { name: 'x'.repeat(256) } },
		'Name is longer than 255 characters',
	],
	['retries', { updateFields: { retries: -1 } }, 'Retries must be a whole number from 0 to 5'],
	[
		'a message limit',
		{ updateFields: { messageLimit: 10_001 } },
		'Message Limit must be a whole number from 1 to 10000',
	],
	[
		'a time zone',
		{ updateFields: { timezone: '={{ "CDMX" }}' } },
		'Time Zone must be an IANA name such as America/Mexico_City',
	],
	[
		'hours in order',
		{ scheduling: windows({ days: ['mon'], startTime: '18:00', stopTime: '09:00' }) },
		'Weekly Schedule: To (09:00) must be later than From (18:00)',
	],
	[
		'days in order',
		{ cycles: { settings: { scheduleStartDate: '2026-09-30', scheduleEndDate: '2026-08-31' } } },
		'End Date of the cycles must not be before Start Date',
	],
	[
		'whole numbers in cycles',
		{ cycles: { settings: { cooldownMinutes: 'soon' } } },
		'Cooldown Minutes must be a whole number from 0 to 1440',
	],
	[
		'a campaign and fields',
		{ campaignId: byId(empty), updateFields: { retries: 9 } },
		'No campaign is chosen: pick one from the list in the Campaign field, or enter its ID. Retries must be a whole number from 0 to 5',
	],
	[
		'a campaign ID',
		{ campaignId: byId('={{ "Q2" }}'), updateFields: { retries: 2 } },
		'Campaign must be an ID, which is a whole number: pick the campaign from the list to be sure',
	],
];

describe('What is checked before a campaign is sent', () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
	});
	afterAll(async () => {
		await bench.stop();
	});

	it.each(ofCreate)(
		'Create asks for %s, names field and item, and sends nothing',
		async (_, form, message) => {
			const { run } = await bench.run(rowsOf([{}]), createParameters(form));
			expect(run.data.resultData.error).toMatchObject({
				name: 'NodeOperationError',
				message: `${message} [item 0]`,
				description: 'Correct this in the form of the node. Nothing was sent.',
				context: { itemIndex: 0 },
			});
			expect(bench.sandbox.requests).toEqual([]);
		},
	);

	it.each(ofUpdate)(
		'Update asks for %s, names field and item, and sends nothing',
		async (_, form, message) => {
			const { run } = await bench.run(rowsOf([{}]), updateParameters(1, form));
			expect(run.data.resultData.error).toMatchObject({
				name: 'NodeOperationError',
				message: `${message} [item 0]`,
				context: { itemIndex: 0 },
			});
			expect(bench.sandbox.requests).toEqual([]);
		},
	);

	it('names the other items that have something to correct', async () => {
		const { run } = await bench.run(
			rowsOf([{ name: 'One' }, { name: '' }, { name: '' }, { name: '' }]),
			createParameters({ name: '={{ $json.name }}' }),
		);
		expect(run.data.resultData.error).toMatchObject({
			message: 'Name is empty [item 1]',
			description: 'Correct this in the form of the node. Nothing was sent. Also to correct: items 2, 3.',
		});
	});

	it.each([
		['255 characters, emojis counted as one', { name: '🎉'.repeat(255) }],
		['an agent ID that is no UUID', { agentId: byId('agent-7') }],
		['cycles without any number', { cycles: { settings: { maxIterations: '', cooldownMinutes: '' } } }],
		['the least of cycles', { cycles: { settings: { maxIterations: 2, cooldownMinutes: 0 } } }],
		['the most of cycles', { cycles: { settings: { maxIterations: 12, cooldownMinutes: 1440 } } }],
		['scheduled cycles without schedule or dates', { cycles: { settings: { mode: 'scheduled' } } }],
		['statuses that are on no page', { cycles: { settings: { filterStatuses: '={{ ["busy"] }}' } } }],
		[
			'cycles that start and end on one day',
			scheduled({ scheduleStartDate: '2026-09-30', scheduleEndDate: '2026-09-30' }),
		],
	])('leaves %s to Altur', async (_, form) => {
		await bench.run(rowsOf([{}]), createParameters(form));
		expect(bench.sandbox.requests).toHaveLength(1);
	});
});

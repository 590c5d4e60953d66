import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask } from './alturClient';
import { day, plain, whatsAppExample } from './campaignExamples';

let sandbox: AlturSandbox;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ rateLimit: false });
});
beforeEach(() => {
	sandbox.reset();
});
afterAll(() => sandbox.close());

const create = (body: unknown) => ask(sandbox, 'POST /campaigns', { body });

const cooldown = { enabled: true, mode: 'cooldown' };
const scheduled = { enabled: true, mode: 'scheduled' };

it.each<[string, unknown, string]>([
	['no name', { ...plain, name: undefined }, 'name Required'],
	['an empty name', { ...plain, name: '' }, 'name'],
	['a name of 256 letters', { ...plain, name: 'x'.repeat(256) }, 'name'],
	['no agent', { ...plain, agent_id: undefined }, 'agent_id'],
	['an agent id of another form', { ...plain, agent_id: 'sofia' }, 'agent_id'],
	['no integration', { ...plain, integration_id: undefined }, 'integration_id'],
	['no channel', { ...plain, integration_type: undefined }, 'integration_type'],
	[
		'an agent id of another version',
		{ ...plain, agent_id: plain.agent_id.replace('4d7c', '1d7c') },
		'agent_id',
	],
	['an unknown time zone', { ...plain, timezone: 'Mexico/Ciudad' }, 'timezone'],
	['an offset as time zone', { ...plain, timezone: '-06:00' }, 'timezone'],
	['six retries', { ...plain, retries: 6 }, 'retries'],
	['minus one retry', { ...plain, retries: -1 }, 'retries'],
	['half a retry', { ...plain, retries: 1.5 }, 'retries'],
	['retries as text', { ...plain, retries: '1' }, 'retries'],
	['a message limit of 0', { ...plain, message_limit: 0 }, 'message_limit'],
	['a message limit of 10001', { ...plain, message_limit: 10_001 }, 'message_limit'],
	['a description that is null', { ...plain, description: null }, 'description'],
	['an unknown field', { ...plain, concurrency: 5 }, "'concurrency'"],
	['a template on a phone campaign', { ...plain, template: 't' }, 'template is only for whatsapp'],
	['a second template there', { ...plain, template_alt: 't' }, 'template_alt is only for whatsapp'],
	['a first message on WhatsApp', { ...whatsAppExample, first_message: 'Hi' }, 'first_message is only'],
	['cycles on WhatsApp', { ...whatsAppExample, cycles: cooldown }, 'cycles is only for phone_call'],
	['an unknown day', { ...plain, scheduling: { monday: day } }, "'monday'"],
	['an unknown key of a day', { ...plain, scheduling: { mon: { ...day, endTime: '18:00' } } }, "'endTime'"],
	['a time as 9:00', { ...plain, scheduling: { mon: { ...day, startTime: '9:00' } } }, 'HH:MM'],
	['a time as 24:00', { ...plain, scheduling: { mon: { ...day, stopTime: '24:00' } } }, 'HH:MM'],
	['a time with seconds', { ...plain, scheduling: { mon: { ...day, stopTime: '18:00:00' } } }, 'HH:MM'],
	['an active day without times', { ...plain, scheduling: { mon: { active: true } } }, 'scheduling.mon'],
	['a window that ends first', { ...plain, scheduling: { mon: { ...day, stopTime: '08:00' } } }, 'stopTime'],
	['cycles without a mode', { ...plain, cycles: { enabled: true } }, 'cycles.mode'],
	['a schedule in cooldown mode', { ...plain, cycles: { ...cooldown, schedule: {} } }, 'cycles.schedule'],
	[
		'a start date there',
		{ ...plain, cycles: { ...cooldown, schedule_start_date: '2026-01-01' } },
		'rejected',
	],
	['an end date there', { ...plain, cycles: { ...cooldown, schedule_end_date: '2026-01-01' } }, 'rejected'],
	['no such date', { ...plain, cycles: { ...scheduled, schedule_start_date: '2026-02-30' } }, 'start_date'],
	[
		'dates out of order',
		{
			...plain,
			cycles: { ...scheduled, schedule_start_date: '2026-02-02', schedule_end_date: '2026-02-01' },
		},
		'schedule_end_date',
	],
	['an unknown key of cycles', { ...plain, cycles: { ...cooldown, iterations: 3 } }, "'iterations'"],
	['a single cycle', { ...plain, cycles: { ...cooldown, max_iterations: 1 } }, 'max_iterations'],
	['thirteen cycles', { ...plain, cycles: { ...cooldown, max_iterations: 13 } }, 'max_iterations'],
	[
		'more than a day between cycles',
		{ ...plain, cycles: { ...cooldown, cooldown_minutes: 1441 } },
		'cooldown',
	],
	['filter statuses as text', { ...plain, cycles: { ...cooldown, filter_statuses: 'converted' } }, 'filter_'],
])('refuses %s', async (_what, body, named) => {
	const answer = await create(body);
	expect([answer.status, answer.json]).toEqual([
		400,
		{
			success: false,
			error: 'INVALID_REQUEST',
			message: expect.stringContaining(named),
			field: expect.stringMatching(/^[a-z_]+(\.\w+)*$/),
		},
	]);
	expect(sandbox.state().campaigns).toEqual([]);
});

it.each([
	[
		'an unknown channel',
		{ ...plain, integration_type: 'sms' },
		'INVALID_INTEGRATION_TYPE',
		'integration_type',
	],
	[
		'a filter that is no status of a contact',
		{ ...plain, cycles: { ...cooldown, filter_statuses: ['converted', 'busy'] } },
		'INVALID_STATUS',
		'cycles.filter_statuses',
	],
])('has a code of its own for %s', async (_what, body, error, field) => {
	const answer = await create(body);
	expect([answer.status, answer.json]).toEqual([
		400,
		{ success: false, error, message: expect.any(String), field },
	]);
});

it.each([
	[{ ...plain, retries: 6 }, 'retries'],
	[{ ...plain, cycles: { ...cooldown, max_iterations: 1 } }, 'cycles.max_iterations'],
	[{ ...plain, cycles: { ...cooldown, iterations: 3 } }, 'cycles.iterations'],
	[{ ...plain, template: 't' }, 'template'],
])('names the path of what is wrong: %#', async (body, field) => {
	expect((await create(body)).json).toMatchObject({ field });
});

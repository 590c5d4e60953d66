import { startAlturSandbox, type AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { PlaySettings } from '../../../sandbox/altur/playing/settings';
import type { SeedCampaign } from '../../../sandbox/altur/seedCampaign';
import { ask, phone } from './alturClient';
import { until, webhookReceiver, type WebhookReceiver } from './webhookReceiver';

let sandbox: AlturSandbox;
let receiver: WebhookReceiver;
afterEach(async () => {
	await sandbox.close();
	await receiver.close();
});

/** A campaign with a contact for each way in which a call can end, in an Altur that is 10,000 times faster than life. */
async function begin(play: PlaySettings = {}, campaign: SeedCampaign = {}, timeScale = 10_000) {
	receiver = await webhookReceiver();
	sandbox = await startAlturSandbox({
		rateLimit: false,
		timeScale,
		play: { callsPerSecond: 1000, concurrency: 5, ...play },
		webhook: { url: receiver.url, parallel: 1 },
	});
	return sandbox.addCampaign({ status: 'ready', ...campaign }).id;
}

const settled = () => until(() => sandbox.webhooksWaiting() === 0);
const act = async (id: number, action: string) =>
	expect((await ask(sandbox, `POST /campaigns/${String(id)}/${action}`)).status).toBe(200);
const campaignNow = (id: number) => sandbox.state().campaigns.find((campaign) => campaign.id === id);
const finished = (id: number) => until(() => campaignNow(id)?.status === 'finished');
const statuses = (id: number) => campaignNow(id)?.contacts.map(({ status }) => status);
const ended = () =>
	receiver.events('on_call_end').map(({ phone_number_to: to, status, answered_by, campaign_user: user }) => ({
		to,
		status,
		answered_by,
		user,
	}));

const person = (index: number) => ({
	contact: phone(index),
	name: `Ana ${String(index)}`,
	f_id: `C-${String(index)}`,
});
const persons = (count: number) => Array.from({ length: count }, (_, index) => person(index + 1));

it.each([
	['converted', 'converted', 'ended', 'human', 1],
	['answered', 'answered', 'ended', 'human', 1],
	['transferred', 'answered', 'ended', 'human', 1],
	['unknown', 'answered', 'ended', 'unknown', 1],
	['voicemail', 'voicemail', 'ended', 'machine', 3],
	['no-answer', 'failed', 'no-answer', null, 2],
	['busy', 'failed', 'busy', null, 2],
	['failed', 'failed', 'failed', null, 2],
] as const)(
	'a contact whose calls end with %s becomes %s',
	async (outcome, status, callStatus, answeredBy, calls) => {
		const id = await begin({ outcomes: { [phone(1)]: outcome } }, { contacts: [person(1)], retries: 2 });
		await act(id, 'activate');
		await finished(id);
		await settled();
		expect(statuses(id)).toEqual([status]);
		const one = { to: phone(1), status: callStatus, answered_by: answeredBy };
		expect(ended()).toMatchObject(Array.from({ length: calls }, () => one));
		// Until the last call the contact waits for another one.
		expect(ended().map(({ user }) => user)).toMatchObject(
			Array.from({ length: calls }, (_, call) => ({
				f_id: 'C-1',
				status: call === calls - 1 ? status : 'retrying',
			})),
		);
		const listed = await ask(sandbox, `GET /campaigns/${String(id)}/calls`);
		expect(listed.json).toMatchObject({
			total_count: calls,
			calls: Array.from({ length: calls }, () => ({
				status: callStatus,
				answered_by: answeredBy,
				contact: { f_id: 'C-1', status },
			})),
		});
	},
);

it('counts the retries after a machine and after calls nobody took apart', async () => {
	const outcomes = { [phone(1)]: 'voicemail', [phone(2)]: 'busy' } as const;
	const id = await begin({ outcomes }, { contacts: persons(2), retries: 3 });
	await act(id, 'activate');
	await finished(id);
	await settled();
	expect(
		ended()
			.filter(({ to }) => to === phone(1))
			.at(-1),
	).toMatchObject({
		user: { voicemail_retries: 3, failed_retries: 0 },
	});
	expect(
		ended()
			.filter(({ to }) => to === phone(2))
			.at(-1),
	).toMatchObject({
		user: { voicemail_retries: 0, failed_retries: 1 },
	});
	expect((await ask(sandbox, `GET /campaigns/${String(id)}/contacts`)).json).toMatchObject({
		contacts: [
			{ retries: 3, call_count: 4, last_call_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) },
			{ retries: 0, call_count: 2, billed_duration: 0 },
		],
	});
});

it('shows a call that a person took everywhere: in the list, alone, its conversation, its recording', async () => {
	const contact = { ...person(1), contact: '+5511912345678', extracted_data: { Saldo: '100' } };
	const id = await begin({ outcomes: { [contact.contact]: 'converted' } }, { contacts: [contact] });
	await act(id, 'activate');
	await finished(id);
	await settled();
	const [event = {}] = receiver.events('on_call_end');
	const call = `/call/${String(event.id)}`;
	expect(event).toMatchObject({
		recording_url: `${sandbox.baseUrl}${call}/recording`,
		transcript: [
			{ sent_by: 'assistant', content: 'Olá, estou falando com Ana 1?' },
			{ sent_by: 'user', content: 'Sim, sou eu. Pago 1200 reais amanhã.' },
			{ sent_by: 'assistant', content: 'Combinado, está anotado. Até logo!' },
		],
		campaign_user: { extracted_data: { Saldo: '100', 'Valor prometido': '1200' }, tags: ['payment_promise'] },
	});
	expect(event).not.toHaveProperty('campaign_id');
	const listed = await ask(sandbox, `GET /campaigns/${String(id)}/calls`);
	expect(listed.json).toMatchObject({
		calls: [{ id: event.id, extracted_data: { 'Valor prometido': '1200' }, tags: ['payment_promise'] }],
	});
	const alone = await ask(sandbox, `GET ${call}`);
	expect(alone.json).toMatchObject({
		status: 'ended',
		thread: { id: event.thread_id, tags: [{ id: 'tag_payment_promise', name: 'payment_promise' }] },
		billable_duration: event.billed_duration,
	});
	expect((await ask(sandbox, `GET /message/${String(event.thread_id)}`)).json).toMatchObject([
		{ sent_by: 'AI', content: 'Olá, estou falando com Ana 1?' },
		{ sent_by: 'EU' },
		{ sent_by: 'AI' },
	]);
	const recording = await ask(sandbox, `GET ${call}/recording`);
	expect([recording.status, recording.headers.get('content-type'), recording.text.slice(0, 4)]).toEqual([
		200,
		'audio/wav',
		'RIFF',
	]);
	expect(campaignNow(id)?.contacts).toMatchObject([
		{ extracted_data: { Saldo: '100', '1': 'não há dúvida' } },
	]);
});

it('keeps the keys of what was found out in their order, also those that look like numbers', async () => {
	const contact = { ...person(1), extracted_data: { Saldo: '100' } };
	const id = await begin({ outcomes: { [phone(1)]: 'converted' } }, { contacts: [contact] });
	await act(id, 'activate');
	await finished(id);
	await settled();
	const body = receiver.received.map((one) => one.body).find((text) => text.includes('on_call_end'));
	expect(body?.match(/"campaign_user".*"extracted_data":(\{.*?\})/)?.[1]).toBe(
		'{"Saldo":"100","Monto prometido":"1200","Fecha de pago":"2026-12-26","¿Aceptó?":"sí","1":"sí"}',
	);
});

it('has no recording of a call that a machine took', async () => {
	const id = await begin({ outcomes: { [phone(1)]: 'voicemail' } }, { contacts: [person(1)], retries: 0 });
	await act(id, 'activate');
	await finished(id);
	const [call] = sandbox.calls();
	expect((await ask(sandbox, `GET /call/${String(call?.id)}/recording`)).status).toBe(404);
	expect(call?.billed_duration).toBeLessThanOrEqual(5);
});

it('greets as the campaign says', async () => {
	const campaign = { contacts: [person(1)], first_message: '¡Buen día, {name}!' };
	const id = await begin({ outcomes: { [phone(1)]: 'answered' } }, campaign);
	await act(id, 'activate');
	await finished(id);
	await settled();
	expect(receiver.events('on_call_end')).toMatchObject([
		{ transcript: [{ content: '¡Buen día, Ana 1!' }, {}, {}] },
	]);
});

it('tells of a transfer while the call goes on, and of its end behind', async () => {
	const id = await begin({ outcomes: { [phone(1)]: 'transferred' } }, { contacts: [person(1)] }, 1000);
	await act(id, 'activate');
	await finished(id);
	await settled();
	const events = receiver.received.map(({ body }): unknown => JSON.parse(body));
	expect(events).toMatchObject([
		{ data: { campaign: { status: 'active' } } },
		{
			event_type: 'transfer_started',
			status: 'in-progress',
			duration: null,
			transfer_initiated_at: expect.any(String),
			transfer_completed_at: null,
			transcript: [{}, {}],
		},
		{ event_type: 'transfer_completed', ended_at: null, transfer_completed_at: expect.any(String) },
		{
			event_type: 'on_call_end',
			status: 'ended',
			transfer_completed_at: expect.any(String),
			transcript: [{}, {}, {}],
		},
		{ data: { campaign: { status: 'finished' } } },
	]);
});

it('tells of transfers of the filter only, and not of calls nobody took when told so', async () => {
	const outcomes = { [phone(1)]: 'transferred', [phone(2)]: 'busy' } as const;
	const id = await begin({ outcomes }, { contacts: persons(2) });
	sandbox.setWebhook({ filters: { answered_by: ['machine'] }, unconnectedCalls: false });
	await act(id, 'activate');
	await finished(id);
	await settled();
	expect(receiver.events('transfer_started')).toEqual([]);
	expect(ended().map(({ to }) => to)).toEqual([phone(1)]);
});

it('tells how a campaign finished in figures that add up, and shows them', async () => {
	const id = await begin({}, { contacts: persons(60) });
	await act(id, 'activate');
	await finished(id);
	await settled();
	const last = receiver.events('campaign.status_changed').at(-1);
	const calls = sandbox.calls();
	const with_ = (...wanted: string[]) =>
		statuses(id)?.filter((status) => wanted.includes(status)).length ?? 0;
	expect(last).toMatchObject({
		data: {
			campaign: { status: 'finished', previous_status: 'active' },
			analytics: {
				calls: calls.length,
				callsAnsweredByHuman: calls.filter(({ answered_by }) => answered_by === 'human').length,
				contacts: 60,
				contactsProcessed: 60,
				contactsProcessedRate: 1,
				contactsFailed: with_('failed'),
				contactsVoicemail: with_('voicemail'),
				contactsAnswered: with_('answered', 'converted'),
				contactsConverted: with_('converted'),
				contactsConvertedRate: Number((with_('converted') / 60).toFixed(4)),
			},
		},
	});
	const [bytes = ''] = receiver.received.map(({ body }) => body).filter((text) => text.includes('analytics'));
	expect(bytes).toContain('"contactsProcessedRate":1.0,');
	expect(bytes.match(/"(calls|contacts)\w*":/g)?.map((key) => key.slice(1, -2))).toEqual(
		(
			'calls callsAnsweredByHuman callsAnsweredByMachine callsAnsweredByUnknown callsAnsweredByHumanRate ' +
			'callsAnsweredByMachineRate callsAnsweredByUnknownRate contacts contactsProcessed contactsProcessedRate ' +
			'contactsFailed contactsFailedRate contactsVoicemail contactsVoicemailRate contactsAnswered ' +
			'contactsAnsweredRate contactsConverted contactsConvertedRate'
		).split(' '),
	);
	const detail = await ask(sandbox, `GET /campaigns/${String(id)}`);
	expect(detail.json).toMatchObject({ campaign: { analytics: { calls: calls.length, contacts: 60 } } });
	expect(campaignNow(id)).toMatchObject({ started_at: expect.any(String), ended_at: expect.any(String) });
});

it('ends the same way in every run, and otherwise with another seed', async () => {
	const play = async (seed: string) => {
		const id = await begin({ seed }, { contacts: persons(60) });
		await act(id, 'activate');
		await finished(id);
		const result = statuses(id);
		await sandbox.close();
		await receiver.close();
		return result;
	};
	const first = await play('1');
	expect(new Set(first)).toEqual(new Set(['converted', 'answered', 'voicemail', 'failed']));
	expect(await play('1')).toEqual(first);
	expect(await play('2')).not.toEqual(first);
});

it('calls no more at a time than the campaign may, and begins no more in a second than it is told', async () => {
	const id = await begin(
		{ callsPerSecond: 50, concurrency: undefined },
		{ contacts: persons(12), concurrency: 2 },
		500,
	);
	let most = 0;
	await act(id, 'activate');
	const began = performance.now();
	await until(() => {
		most = Math.max(most, sandbox.calls().filter(({ status }) => status === 'in-progress').length);
		return campaignNow(id)?.status === 'finished';
	});
	expect(most).toBe(2);
	const calls = sandbox.calls().length;
	expect(performance.now() - began).toBeGreaterThan(((calls - 1) / 50) * 1000 - 150);
});

it('rings when a campaign is activated only: one of a seed that is active is silent', async () => {
	const id = await begin({}, { status: 'active', contacts: persons(2) });
	sandbox.reset('demo');
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(sandbox.calls().filter(({ campaignId }) => campaignId === id)).toEqual([]);
	expect(sandbox.deliveries()).toEqual([]);
});

it('rings never when it is not to play, and tells of the status all the same', async () => {
	receiver = await webhookReceiver();
	sandbox = await startAlturSandbox({ timeScale: 10_000, webhook: { url: receiver.url } });
	const { id } = sandbox.addCampaign({ contacts: persons(2) });
	await act(id, 'activate');
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(sandbox.calls()).toEqual([]);
	expect(receiver.events('campaign.status_changed')).toHaveLength(1);
});

it('calls contacts that come while it is active, and passes over those that are deleted', async () => {
	const id = await begin({ callsPerSecond: 20, concurrency: 1 });
	await act(id, 'activate');
	const body = { contacts: [1, 2, 3].map((index) => ({ contact: phone(index) })) };
	await ask(sandbox, `POST /campaigns/${String(id)}/contacts`, { body });
	const third = campaignNow(id)?.contacts[2];
	expect((await ask(sandbox, `DELETE /campaigns/${String(id)}/contacts/${String(third?.id)}`)).status).toBe(
		204,
	);
	await finished(id);
	expect(new Set(sandbox.calls().map(({ contact }) => contact?.phone_number))).toEqual(
		new Set([phone(1), phone(2)]),
	);
});

it('moves the statuses of a WhatsApp campaign, finishes it, and tells of nothing that is not documented', async () => {
	const campaign = { integration: { id: 'iwa_1', type: 'whatsapp' as const }, contacts: persons(40) };
	const id = await begin({}, campaign);
	await act(id, 'activate');
	await finished(id);
	await settled();
	expect(new Set(statuses(id))).toEqual(new Set(['delivered', 'read', 'failed']));
	expect(sandbox.calls()).toEqual([]);
	expect(new Set(sandbox.deliveries().map(({ event }) => event))).toEqual(
		new Set(['campaign.status_changed']),
	);
	expect(receiver.events('campaign.status_changed').at(-1)).toMatchObject({
		data: {
			analytics: { sent: expect.any(Number), delivered: expect.any(Number), read: expect.any(Number) },
		},
	});
});

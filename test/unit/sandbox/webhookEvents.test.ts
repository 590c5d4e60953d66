import { startAlturSandbox, type AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask } from './alturClient';
import { until, webhookReceiver, type WebhookReceiver } from './webhookReceiver';

let sandbox: AlturSandbox;
let receiver: WebhookReceiver;
beforeAll(async () => {
	receiver = await webhookReceiver();
	sandbox = await startAlturSandbox({ seed: 'demo', rateLimit: false, webhook: { url: receiver.url } });
});
beforeEach(() => {
	sandbox.reset();
	receiver.received.length = 0;
});
afterAll(async () => {
	await sandbox.close();
	await receiver.close();
});

const settled = () => until(() => sandbox.webhooksWaiting() === 0);
const bodies = (): unknown[] => receiver.received.map(({ body }): unknown => JSON.parse(body));

async function control(method: string, path: string, body?: unknown) {
	const response = await fetch(`${sandbox.origin}/__sandbox${path}`, {
		method,
		...(body !== undefined && {
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		}),
	});
	const json: unknown = await response.json();
	return { status: response.status, json };
}

describe('the status of a campaign', () => {
	it('is told when it changes, with the one before, by whatever changes it', async () => {
		for (const action of ['activate', 'pause', 'resume']) {
			await ask(sandbox, `POST /campaigns/1234/${action}`);
		}
		await ask(sandbox, 'POST /campaigns/1237/archive');
		await settled();
		const steps = receiver
			.events('campaign.status_changed')
			.map(({ data }) => data)
			.map((data) => JSON.stringify(data));
		expect(steps.sort()).toEqual(
			[
				['active', 'pending'],
				['inactive', 'active'],
				['active', 'inactive'],
			]
				.map(([status, previous_status]) =>
					JSON.stringify({ campaign: { id: 1234, name: 'Q2 Reactivation', status, previous_status } }),
				)
				.sort(),
		);
	});

	it('is told too when contacts come and go', async () => {
		const body = { contacts: [{ contact: '+525512340001' }] };
		await ask(sandbox, 'POST /campaigns/1234/contacts', { body });
		const contact = sandbox.state().campaigns.find(({ id }) => id === 1234)?.contacts[0]?.id;
		await ask(sandbox, `DELETE /campaigns/1234/contacts/${String(contact)}`);
		await settled();
		expect(bodies()).toMatchObject([
			{ data: { campaign: { status: 'ready', previous_status: 'pending' } } },
			{ data: { campaign: { status: 'pending', previous_status: 'ready' } } },
		]);
	});

	it('is told of as Altur writes it: key for key, in its order', async () => {
		await ask(sandbox, 'POST /campaigns/1234/activate');
		await settled();
		expect(receiver.received[0]?.body).toMatch(
			new RegExp(
				'^\\{"event_id":"evt_[0-9A-Za-z]{20}","event_type":"campaign.status_changed",' +
					'"occurred_at":"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}-06:00","api_version":"1.0",' +
					'"project_id":"prj_8YqL3mZxR1tV0nKfH9bA","data":\\{"campaign":\\{"id":1234,"name":"Q2 Reactivation",' +
					'"status":"active","previous_status":"pending"\\}\\}\\}$',
			),
		);
	});

	it('is told of for the statuses of the filter only', async () => {
		sandbox.setWebhook({ filters: { status: ['inactive'] } });
		await ask(sandbox, 'POST /campaigns/1234/activate');
		await ask(sandbox, 'POST /campaigns/1234/pause');
		await settled();
		expect(bodies()).toMatchObject([{ data: { campaign: { status: 'inactive' } } }]);
	});

	it('is not told of when the webhook is for other events, or there is none', async () => {
		sandbox.setWebhook({ events: ['on_call_end'] });
		await ask(sandbox, 'POST /campaigns/1234/activate');
		sandbox.setWebhook({ events: ['campaign.status_changed'], url: null });
		await ask(sandbox, 'POST /campaigns/1234/pause');
		expect(sandbox.webhooksWaiting()).toBe(0);
		expect(sandbox.deliveries()).toEqual([]);
	});
});

describe('an event by hand', () => {
	it('is the last call, key for key in the order of Altur, with no campaign in it', async () => {
		await control('POST', '/events', { type: 'on_call_end', callId: 'cll_demo00000001' });
		await settled();
		const [body] = bodies();
		expect(body).toEqual({
			event_type: 'on_call_end',
			id: 'cll_demo00000001',
			thread_id: 'thr_000000000001',
			type: 'outbound',
			status: 'ended',
			phone_number_from: '+525550001000',
			phone_number_to: '+525512345678',
			answered_by: 'human',
			created_at: '2026-06-01T15:00:00Z',
			started_at: '2026-06-01T15:00:05Z',
			ended_at: '2026-06-01T15:00:50Z',
			ended_by: 'user',
			ended_reason: 'user_hangup',
			transfer_initiated_at: null,
			transfer_completed_at: null,
			duration: 45,
			billed_duration: 45,
			recording_url: `${sandbox.baseUrl}/call/cll_demo00000001/recording`,
			transcript: [
				{
					sent_by: 'assistant',
					sent_at: '2026-06-01T15:00:05Z',
					content: 'Hola, ¿estoy hablando con Ana?',
				},
				{ sent_by: 'user', sent_at: '2026-06-01T15:00:05Z', content: 'Sí, ¿quién es?' },
			],
			assistant: {
				id: '6c4951e6-9877-4d7c-88d7-56b4948d3cce',
				nickname: 'Sofía - Cobranza',
				name: 'Sofía - Cobranza',
			},
			end_user: {
				id: '00000000-0000-4000-8000-000000000002',
				status: 'converted',
				display_name: 'Ana López',
				phone_number: '+525512345678',
				context: '',
				extracted_data: { 'Payment Amount': '1200', 'Payment Date': '2026-07-31' },
				tags: ['payment_promise'],
			},
			campaign_user: {
				f_id: 'C-1001',
				name: 'José Ñúñez',
				contact: '+525512345678',
				context: '',
				status: 'converted',
				failed_retries: 0,
				voicemail_retries: 0,
				extracted_data: { 'Payment Amount': '1200', 'Payment Date': '2026-07-31' },
				tags: ['payment_promise'],
			},
		});
		const keys = receiver.received[0]?.body.match(/"([a-z_]+)":/g)?.map((key) => key.slice(1, -2));
		expect(keys).toEqual(
			(
				'event_type id thread_id type status phone_number_from phone_number_to answered_by created_at started_at ' +
				'ended_at ended_by ended_reason transfer_initiated_at transfer_completed_at duration billed_duration ' +
				'recording_url transcript sent_by sent_at content sent_by sent_at content assistant id nickname name ' +
				'end_user id status display_name phone_number context extracted_data tags campaign_user f_id name contact ' +
				'context status failed_retries voicemail_retries extracted_data tags'
			).split(' '),
		);
	});

	it('is any of the events of a transfer, which end no call', async () => {
		for (const type of ['transfer_started', 'transfer_completed']) {
			sandbox.sendEvent({ type, callId: 'cll_demo00000001' });
			await settled();
		}
		const underWay = {
			status: 'in-progress',
			ended_at: null,
			ended_by: null,
			ended_reason: null,
			duration: null,
			billed_duration: null,
		};
		expect(bodies()).toMatchObject([
			{
				event_type: 'transfer_started',
				...underWay,
				transfer_initiated_at: '2026-06-01T15:00:05Z',
				transfer_completed_at: null,
			},
			{
				event_type: 'transfer_completed',
				...underWay,
				transfer_initiated_at: expect.any(String),
				transfer_completed_at: expect.any(String),
			},
		]);
	});

	it('takes other values, level by level, and other types', async () => {
		sandbox.sendEvent({
			type: 'campaign.status_changed',
			campaignId: 1235,
			fields: { data: { campaign: { previous_status: 'cooldown' } } },
		});
		await settled();
		sandbox.sendEvent({ type: 'campaign.cycle_completed', campaignId: 1236 });
		await settled();
		sandbox.sendEvent({ type: 'message_received', fields: { text: 'hola' } });
		await settled();
		expect(bodies()).toMatchObject([
			{ data: { campaign: { id: 1235, name: 'Promo June', status: 'ready', previous_status: 'cooldown' } } },
			{
				data: {
					campaign: { id: 1236, status: 'active', previous_status: null },
					cycle_iteration: 1,
					next_cycle_at: null,
				},
			},
			{ event_type: 'message_received', text: 'hola' },
		]);
	});

	it('is refused for a call or campaign that there is not, for nonsense, and without a webhook', async () => {
		expect((await control('POST', '/events', { type: 'on_call_end', callId: 'cll_0' })).status).toBe(400);
		expect(
			(await control('POST', '/events', { type: 'campaign.status_changed', campaignId: 9 })).status,
		).toBe(400);
		expect((await control('POST', '/events', {})).status).toBe(400);
		sandbox.setWebhook({ url: null });
		expect(await control('POST', '/events', { type: 'on_call_end' })).toMatchObject({
			status: 400,
			json: { message: expect.stringContaining('/__sandbox/webhooks') },
		});
		sandbox.reset('empty');
		expect((await control('POST', '/events', { type: 'on_call_end' })).json).toMatchObject({
			message: expect.stringContaining('no call yet'),
		});
	});

	it('has no campaign_user for a call outside of campaigns', async () => {
		const body = {
			agent_id: '2f6d0c1e-4b7a-4a53-9c1f-0d9e8b7a6c51',
			phone_number_to: '+525512345678',
		};
		await ask(sandbox, 'POST /call', { body });
		sandbox.sendEvent({ type: 'on_call_end' });
		await settled();
		expect(bodies()).toMatchObject([{ status: 'created', campaign_user: null }]);
	});
});

describe('the switches of the webhook', () => {
	it('are shown and set over HTTP, and those left out stay', async () => {
		await control('POST', '/webhooks', { repeats: 2, body: 'spaced' });
		expect((await control('POST', '/webhooks', { repeats: 3 })).json).toMatchObject({
			settings: { url: receiver.url, repeats: 3, body: 'spaced', signedOver: 'body' },
			waiting: 0,
			deliveries: [],
		});
		sandbox.sendEvent({ type: 'greeting' });
		await settled();
		expect((await control('GET', '/webhooks')).json).toMatchObject({
			deliveries: [{ event: 'greeting' }, { event: 'greeting' }, { event: 'greeting' }],
		});
		sandbox.reset();
		expect((await control('GET', '/webhooks')).json).toMatchObject({
			settings: { url: receiver.url, repeats: 1, body: 'compact' },
			deliveries: [],
		});
	});

	it.each([
		[{ secret: 'not base64!' }],
		[{ secret: '' }],
		[{ url: 'nowhere' }],
		[{ events: ['on_call'] }],
		[{ nul: true }],
	])('refuse %j', async (changed) => {
		expect((await control('POST', '/webhooks', changed)).status).toBe(400);
	});

	it('repeat an event, its ID included', async () => {
		sandbox.setWebhook({ repeats: 3 });
		await ask(sandbox, 'POST /campaigns/1234/activate');
		await settled();
		expect(receiver.received).toHaveLength(3);
		expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
	});

	async function orderOf(shuffleSeed: number): Promise<unknown[]> {
		receiver.received.length = 0;
		sandbox.setWebhook({ shuffle: 6, shuffleSeed, parallel: 1 });
		for (let number = 1; number <= 8; number += 1) sandbox.sendEvent({ type: 'count', fields: { number } });
		await until(() => receiver.received.length === 8);
		await settled();
		return receiver.events('count').map(({ number }) => number);
	}

	it('mix the order within a group, by a seed, and let a group go that does not fill', async () => {
		const first = await orderOf(1);
		expect(first.slice(0, 6).sort()).toEqual([1, 2, 3, 4, 5, 6]);
		expect(first).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		expect(first.slice(6)).toEqual([8, 7]);
		expect(await orderOf(2)).not.toEqual(first);
		expect(await orderOf(1)).toEqual(first);
	});

	it('keep the order otherwise', async () => {
		sandbox.setWebhook({ parallel: 1 });
		for (let number = 1; number <= 8; number += 1) sandbox.sendEvent({ type: 'count', fields: { number } });
		await settled();
		expect(receiver.events('count').map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	});

	it('null what may be null, empty what may be empty, and leave out what is newer', async () => {
		sandbox.setWebhook({ nulls: true });
		sandbox.sendEvent({ type: 'on_call_end', callId: 'cll_demo00000001' });
		await settled();
		sandbox.sendEvent({ type: 'campaign.cycle_completed', fields: {} });
		await settled();
		const [call, cycle] = bodies();
		expect(call).toMatchObject({
			answered_by: null,
			end_user: null,
			campaign_user: { f_id: 'C-1001', context: null },
		});
		for (const key of ['thread_id', 'transfer_initiated_at', 'transfer_completed_at']) {
			expect(call).not.toHaveProperty(key);
		}
		expect(cycle).toMatchObject({
			data: { campaign: { id: 1234 }, cycle_iteration: null, next_cycle_at: null },
		});
	});

	it('take the campaign_user away, or null it', async () => {
		sandbox.setWebhook({ withoutCampaignUser: 'absent' });
		sandbox.sendEvent({ type: 'on_call_end', callId: 'cll_demo00000001' });
		await settled();
		sandbox.setWebhook({ withoutCampaignUser: 'null' });
		sandbox.sendEvent({ type: 'on_call_end', callId: 'cll_demo00000001' });
		await settled();
		const [absent, nulled] = bodies();
		expect(absent).not.toHaveProperty('campaign_user');
		expect(absent).toHaveProperty('end_user.status', 'converted');
		expect(nulled).toHaveProperty('campaign_user', null);
	});
});

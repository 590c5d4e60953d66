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

async function begin(campaign: SeedCampaign, play: PlaySettings = {}, timeScale = 60_000) {
	receiver = await webhookReceiver();
	sandbox = await startAlturSandbox({
		timeScale,
		play: { callsPerSecond: 1000, concurrency: 5, ...play },
		webhook: { url: receiver.url, parallel: 1 },
	});
	return sandbox.addCampaign(campaign).id;
}

const act = async (id: number, action: string) =>
	expect((await ask(sandbox, `POST /campaigns/${String(id)}/${action}`)).status).toBe(200);
const campaignNow = (id: number) => sandbox.state().campaigns.find((campaign) => campaign.id === id);
const reaches = (id: number, status: string) => until(() => campaignNow(id)?.status === status);
const settled = () => until(() => sandbox.webhooksWaiting() === 0);
const callsTo = (index: number) =>
	sandbox.calls().filter(({ contact }) => contact?.phone_number === phone(index)).length;
const contacts = [1, 2, 3].map((index) => ({ contact: phone(index), f_id: `C-${String(index)}` }));
const outcomes = { [phone(1)]: 'converted', [phone(2)]: 'answered', [phone(3)]: 'busy' } as const;
const cooldown = { enabled: true, mode: 'cooldown', max_iterations: 3, cooldown_minutes: 30 } as const;

it('goes through cycles with a cooldown between, and tells of each: the last has no next', async () => {
	const id = await begin({ contacts, cycles: cooldown }, { outcomes });
	await act(id, 'activate');
	await reaches(id, 'finished');
	await settled();
	const told = receiver.received
		.map(({ body }): unknown => JSON.parse(body))
		.filter((event) => JSON.stringify(event).includes('"campaign.'));
	const statusOf = (status: string, previous_status: string) => ({
		data: { campaign: { status, previous_status } },
	});
	const cycle = (status: string, cycle_iteration: number, next_cycle_at: unknown) => ({
		event_type: 'campaign.cycle_completed',
		data: { campaign: { id, status, previous_status: null }, cycle_iteration, next_cycle_at },
	});
	const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}-06:00$/);
	expect(told).toMatchObject([
		statusOf('active', 'ready'),
		statusOf('cooldown', 'active'),
		cycle('cooldown', 1, moment),
		statusOf('active', 'cooldown'),
		statusOf('cooldown', 'active'),
		cycle('cooldown', 2, moment),
		statusOf('active', 'cooldown'),
		statusOf('finished', 'active'),
		cycle('finished', 3, null),
	]);
	expect([1, 2, 3].map(callsTo)).toEqual([3, 3, 6]);
	const listed = await ask(sandbox, 'GET /campaigns');
	expect(listed.json).toMatchObject({
		campaigns: [{ cycle_current_iteration: 3, cycle_last_iteration_at: expect.any(String) }],
	});
});

it('leaves out contacts with a status or a tag that the cycles name', async () => {
	const cycles = {
		...cooldown,
		max_iterations: 2,
		filter_statuses: ['failed'],
		filter_tags: ['tag_payment_promise'],
	};
	const id = await begin({ contacts, cycles }, { outcomes });
	await act(id, 'activate');
	await reaches(id, 'finished');
	expect([1, 2, 3].map(callsTo)).toEqual([1, 2, 2]);
});

it('finishes when a cycle leaves nobody to be called', async () => {
	const cycles = { ...cooldown, filter_statuses: ['converted', 'answered', 'failed'] };
	const id = await begin({ contacts, cycles }, { outcomes });
	await act(id, 'activate');
	await reaches(id, 'finished');
	await settled();
	expect(receiver.events('campaign.cycle_completed')).toMatchObject([
		{ data: { cycle_iteration: 1, next_cycle_at: null } },
	]);
});

it('has no cycle events without cycles', async () => {
	const id = await begin({ contacts }, { outcomes });
	await act(id, 'activate');
	await reaches(id, 'finished');
	await settled();
	expect(receiver.events('campaign.cycle_completed')).toEqual([]);
});

it('begins the next cycle at once when it is activated in the cooldown', async () => {
	const id = await begin(
		{ contacts, cycles: { ...cooldown, max_iterations: 2, cooldown_minutes: 1440 } },
		{ outcomes },
		10_000,
	);
	await act(id, 'activate');
	await reaches(id, 'cooldown');
	await act(id, 'activate');
	await reaches(id, 'finished');
	expect(callsTo(1)).toBe(2);
});

it('waits a day between the cycles of the scheduled mode', async () => {
	const cycles = { enabled: true, mode: 'scheduled', max_iterations: 2 } as const;
	const id = await begin({ contacts, cycles }, { outcomes }, 200_000);
	await act(id, 'activate');
	await reaches(id, 'cooldown');
	expect(callsTo(1)).toBe(1);
	await reaches(id, 'finished');
	expect(callsTo(1)).toBe(2);
});

it('stops when it is paused, lets calls under way end, and goes on where it stood', async () => {
	const many = Array.from({ length: 30 }, (_, index) => ({ contact: phone(index + 1) }));
	const id = await begin({ contacts: many }, { callsPerSecond: 100, concurrency: 3 }, 2000);
	await act(id, 'activate');
	await until(() => sandbox.calls().length >= 5);
	await act(id, 'pause');
	await until(() => sandbox.calls().every(({ status }) => status !== 'in-progress'));
	const before = sandbox.calls().length;
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(sandbox.calls()).toHaveLength(before);
	expect(before).toBeLessThan(30);
	expect(campaignNow(id)?.status).toBe('inactive');
	await act(id, 'resume');
	await reaches(id, 'finished');
	expect(new Set(sandbox.calls().map(({ contact }) => contact?.phone_number)).size).toBe(30);
});

it('ends a cooldown when it is paused, and begins the next cycle when it is resumed', async () => {
	const id = await begin({ contacts, cycles: { ...cooldown, max_iterations: 2 } }, { outcomes }, 20_000);
	await act(id, 'activate');
	await reaches(id, 'cooldown');
	await act(id, 'pause');
	await new Promise((resolve) => setTimeout(resolve, 150));
	expect([campaignNow(id)?.status, callsTo(1)]).toEqual(['inactive', 1]);
	await act(id, 'resume');
	await reaches(id, 'finished');
	expect(callsTo(1)).toBe(2);
});

const timersNow = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

it.each(['reset', 'close'] as const)('leaves no timer behind after %s', async (end) => {
	receiver = await webhookReceiver((response) => response.writeHead(500).end());
	sandbox = await startAlturSandbox({ timeScale: 1, play: { callsPerSecond: 1, concurrency: 5 } });
	const before = timersNow();
	// One of these waits for calls to end, one for the next call, one for its next cycle, one for its messages.
	sandbox.setWebhook({ url: receiver.url });
	const calling = sandbox.addCampaign({ contacts });
	const cooling = sandbox.addCampaign({
		contacts: [{ contact: phone(9), status: 'answered' }],
		cycles: cooldown,
	});
	const writing = sandbox.addCampaign({ contacts, integration: { id: 'iwa_1', type: 'whatsapp' } });
	for (const { id } of [calling, cooling, writing]) await act(id, 'activate');
	await until(() => sandbox.deliveries().length >= 3);
	sandbox.setWebhook({ shuffle: 5 });
	sandbox.sendEvent({ type: 'held' });
	expect(timersNow()).toBeGreaterThan(before + 3);
	await sandbox[end]();
	// Those of the connections end by themselves, a little later; those of what is played would stay for minutes.
	await until(() => timersNow() <= before);
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(sandbox.calls()).toEqual(end === 'reset' ? [] : expect.any(Array));
});

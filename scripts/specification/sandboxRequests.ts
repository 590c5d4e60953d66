/** A request to the sandbox, and the status it is answered with. */
export interface SandboxRequest {
	request: string;
	status: number;
	body?: unknown;
	/** Fields beside the body, where they matter. */
	key?: string;
	authorization?: string;
	contentType?: string;
}

const mateo = '2f6d0c1e-4b7a-4a53-9c1f-0d9e8b7a6c51';
export const phoneCampaign = {
	name: 'Q2 Reactivation',
	agent_id: mateo,
	integration_id: 'iph_2KdW7pQxN5sJ4mVrT6cE',
	integration_type: 'phone_call',
};
const whatsApp = {
	...phoneCampaign,
	agent_id: '6c4951e6-9877-4d7c-88d7-56b4948d3cce',
	integration_id: 'iwa_8YqL3mZxR1tV0nKfH9bA',
	integration_type: 'whatsapp',
};
const day = { startTime: '09:00', stopTime: '18:00', active: true };
const cooldown = { enabled: true, mode: 'cooldown', max_iterations: 2, cooldown_minutes: 1440 };
const scheduled = {
	enabled: true,
	mode: 'scheduled',
	filter_statuses: ['converted'],
	filter_tags: ['tag_call_later'],
	schedule: { mon: day },
	schedule_start_date: '2026-08-31',
	schedule_end_date: null,
};
const rows = (...contacts: unknown[]) => ({ contacts: contacts.map((contact) => ({ contact })) });

/** Every answer that is no error. The demo seed has campaigns 1234 to 1239; the contacts of 1236 are 2 and 3. */
export const successes: readonly SandboxRequest[] = [
	{ request: 'GET /campaigns?archived=true&pageSize=2', status: 200 },
	{ request: 'GET /campaigns?archived=true&startedAfter=2020-01-01T00:00:00Z', status: 200 },
	{ request: 'POST /campaigns', status: 201, body: phoneCampaign },
	{ request: 'POST /campaigns', status: 201, body: { ...whatsApp, template: 'promo', description: 'June' } },
	{
		request: 'POST /campaigns',
		status: 201,
		body: { ...phoneCampaign, scheduling: { mon: day }, cycles: cooldown },
	},
	{ request: 'POST /campaigns', status: 201, body: { ...phoneCampaign, cycles: scheduled }, key: 'deal-7' },
	{ request: 'POST /campaigns', status: 201, body: { ...phoneCampaign, cycles: scheduled }, key: 'deal-7' },
	{ request: 'GET /campaigns', status: 200 },
	...[1234, 1235, 1236, 1238, 1240, 1243].map((id) => ({ request: `GET /campaigns/${id}`, status: 200 })),
	{ request: 'PATCH /campaigns/1234', status: 200, body: { name: 'Wave 2', scheduling: { tue: day } } },
	{ request: 'PATCH /campaigns/1236', status: 200, body: { cycles: { max_iterations: 12 } } },
	{ request: 'POST /campaigns/1240/activate', status: 200 },
	{ request: 'POST /campaigns/1240/pause', status: 200 },
	{ request: 'POST /campaigns/1240/resume', status: 200 },
	{ request: 'POST /campaigns/1240/archive', status: 200 },
	{
		request: 'POST /campaigns/1234/contacts',
		status: 201,
		body: rows('+52 55 1234 5678', '+525512345678', '', '12'),
	},
	{
		request: 'POST /campaigns/1234/contacts',
		status: 201,
		body: {
			if_duplicate: 'update',
			contacts: [
				{ contact: '+525512345678', name: 'Ana', context: 'Owes', extracted_data: { a: '1' }, f_id: 'C-1' },
				{ contact: '+525512345679' },
			],
		},
	},
	{ request: 'GET /campaigns/1234/contacts', status: 200 },
	{ request: 'GET /campaigns/1234/contacts?pageSize=1', status: 200 },
	{ request: 'GET /campaigns/1234/contacts?pageSize=1&pageIndex=1', status: 200 },
	{ request: 'GET /campaigns/1236/contacts?status=answered', status: 200 },
	{ request: 'GET /campaigns/1236/contacts/2', status: 200 },
	{ request: 'DELETE /campaigns/1236/contacts/2', status: 204 },
];

/** One request of every operation, with a key that is none. */
const unauthorized = [
	'GET /campaigns',
	'POST /campaigns',
	'GET /campaigns/1234',
	'PATCH /campaigns/1234',
	'POST /campaigns/1234/activate',
	'GET /campaigns/1234/contacts',
	'POST /campaigns/1234/contacts',
	'GET /campaigns/1236/contacts/3',
	'DELETE /campaigns/1236/contacts/3',
].map((request) => ({ request, status: 401, authorization: 'api-key another' }));

const refusedCampaigns: readonly (readonly [number, unknown])[] = [
	[400, {}],
	[400, { ...phoneCampaign, retries: 6 }],
	[400, { ...phoneCampaign, agent_id: 'sofia' }],
	[400, { ...phoneCampaign, integration_type: 'sms' }],
	[400, { ...phoneCampaign, integration_type: 'whatsapp' }],
	[400, { ...phoneCampaign, cycles: { ...cooldown, max_iterations: 13 } }],
	[400, { ...phoneCampaign, cycles: { ...cooldown, filter_statuses: ['busy'] } }],
	[400, { ...phoneCampaign, cycles: { ...cooldown, filter_tags: ['vip'] } }],
	[404, { ...phoneCampaign, agent_id: '00000000-0000-4000-8000-000000000000' }],
	[404, { ...phoneCampaign, integration_id: 'iph_1' }],
];

const refusedUpdates: readonly (readonly [number, number, unknown])[] = [
	[1234, 400, { nombre: 'x' }],
	[1234, 400, { agent_id: mateo }],
	[1236, 400, { cycles: { mode: 'scheduled' } }],
	[1234, 400, { cycles: { max_iterations: 3 } }],
	[1236, 400, { cycles: { schedule: {} } }],
	[1236, 400, { cycles: { filter_tags: ['vip'] } }],
	[1235, 400, { first_message: 'Hi' }],
	[1238, 409, { name: 'x' }],
	[9, 404, { name: 'x' }],
];

const refusedBatches: readonly (readonly [number, unknown])[] = [
	[400, {}],
	[400, { contacts: [] }],
	[400, rows(...Array.from({ length: 1001 }, () => '+525512345678'))],
	[400, { ...rows('+525512345678'), if_duplicate: 'replace' }],
	[400, { contacts: [{ contact: '+525512345678' }, { name: 'Ana' }, { contact: 5, name: null }, 'x'] }],
];

/** Every answer that is one. */
export const refusals: readonly SandboxRequest[] = [
	...unauthorized,
	...refusedCampaigns.map(([status, body]) => ({ request: 'POST /campaigns', status, body })),
	...refusedUpdates.map(([id, status, body]) => ({ request: `PATCH /campaigns/${id}`, status, body })),
	...refusedBatches.map(([status, body]) => ({ request: 'POST /campaigns/1234/contacts', status, body })),
	{ request: 'GET /campaigns?pageSize=0', status: 400 },
	{ request: 'GET /campaigns?cursor=abc&status=done', status: 400 },
	{ request: 'GET /campaigns?createdAfter=2026-06-02&createdBefore=2026-06-01', status: 400 },
	{ request: 'GET /campaigns/1234/contacts?pageSize=101', status: 400 },
	{ request: 'GET /campaigns/9/contacts', status: 404 },
	{ request: 'POST /campaigns/9/contacts', status: 404, body: rows('+525512345678') },
	{ request: 'GET /campaigns/9', status: 404 },
	{ request: 'GET /campaigns/9/contacts/1', status: 404 },
	{ request: 'GET /campaigns/1236/contacts/99', status: 404 },
	{ request: 'DELETE /campaigns/1236/contacts/99', status: 404 },
	{ request: 'DELETE /campaigns/1236/contacts/3', status: 409 },
	{ request: 'POST /campaigns/1234/start', status: 400 },
	{ request: 'POST /campaigns/9/activate', status: 404 },
	{ request: 'POST /campaigns/1236/activate', status: 409 },
	{ request: 'POST /campaigns/1238/pause', status: 409 },
	{ request: 'POST /campaigns/1237/resume', status: 402 },
	{ request: 'GET /campaigns/1234?fields=all', status: 400 },
	{ request: 'GET /campaigns/1236/contacts/3?fields=all', status: 400 },
	{ request: 'DELETE /campaigns/1236/contacts/3?force=true', status: 400 },
	{ request: 'POST /campaigns', status: 409, body: phoneCampaign, key: 'deal-7' },
	{ request: 'POST /campaigns/1234/contacts', status: 409, body: rows('+525512345678'), key: 'deal-7' },
	{ request: 'POST /campaigns', status: 415, body: 'name=Promo', contentType: 'text/plain' },
];

import { cooldown, mateo, phoneCampaign, rows, type SandboxRequest } from './sandboxRequests';

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

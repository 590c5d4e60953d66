import { cooldown, day, phoneCampaign, rows, whatsApp, type SandboxRequest } from './sandboxRequests';

const scheduled = {
	enabled: true,
	mode: 'scheduled',
	filter_statuses: ['converted'],
	filter_tags: ['tag_call_later'],
	schedule: { mon: day },
	schedule_start_date: '2026-08-31',
	schedule_end_date: null,
};
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

import type { SeedCampaign } from './seedCampaign';
import type { Agent } from './state';

const sofia = { id: '6c4951e6-9877-4d7c-88d7-56b4948d3cce', name: 'Sofía - Cobranza' };
const mateo = { id: '2f6d0c1e-4b7a-4a53-9c1f-0d9e8b7a6c51', name: 'Mateo - Ventas' };
const phone = { id: 'iph_8YqL3mZxR1tV0nKfH9bA', type: 'phone_call' } as const;
const salesPhone = { id: 'iph_2KdW7pQxN5sJ4mVrT6cE', type: 'phone_call' } as const;
const whatsApp = { id: 'iwa_8YqL3mZxR1tV0nKfH9bA', type: 'whatsapp' } as const;

export const demoAgents: readonly Agent[] = [
	{ ...sofia, integrations: [phone, whatsApp] },
	{ ...mateo, integrations: [salesPhone] },
];

/** The tags that its threads have, by ID: the only ones that a cycle can leave out. */
export const demoTagIds: readonly string[] = ['tag_payment_promise', 'tag_call_later'];

const office = { startTime: '09:00', stopTime: '18:00', active: true };

/** What `--seed demo` starts with: a campaign for each thing worth trying by hand. */
export const demoCampaigns: readonly SeedCampaign[] = [
	{
		id: 1234,
		name: 'Q2 Reactivation',
		agent: sofia,
		integration: phone,
		created_at: '2026-04-06T15:00:00.000Z',
		first_message: 'Hi, am I speaking with {name}?',
		scheduling: { mon: office, tue: office, wed: office, thu: office, fri: office },
	},
	{
		id: 1235,
		name: 'Promo June',
		agent: sofia,
		integration: whatsApp,
		created_at: '2026-06-01T15:00:00.000Z',
		template: 'promo_june_v1',
		contacts: [{ contact: '+525555555555', name: 'Lucía Hernández', f_id: 'C-2001' }],
	},
	{
		id: 1236,
		name: 'Cobranza semanal',
		agent: sofia,
		integration: phone,
		status: 'active',
		created_at: '2026-06-15T15:00:00.000Z',
		cycles: { enabled: true, mode: 'cooldown', max_iterations: 3, cooldown_minutes: 30 },
		contacts: [
			{ contact: '+525512345678', name: 'José Ñúñez', f_id: 'C-1001' },
			{ contact: '+525587654321', name: 'María López', f_id: 'C-1002', status: 'answered' },
		],
	},
	{
		id: 1237,
		name: 'Encuesta de satisfacción',
		agent: mateo,
		integration: salesPhone,
		status: 'inactive',
		created_at: '2026-07-01T15:00:00.000Z',
		billingLimitReached: true,
	},
	{
		id: 1238,
		name: 'Buen Fin 2025',
		agent: mateo,
		integration: salesPhone,
		status: 'finished',
		created_at: '2025-11-10T15:00:00.000Z',
		analytics: {
			calls: 412,
			contacts: 300,
			contactsProcessed: 300,
			contactsAnswered: 187,
			contactsConverted: 41,
		},
	},
	{
		id: 1239,
		name: 'Piloto 2024',
		agent: sofia,
		integration: phone,
		status: 'finished',
		archived: true,
		created_at: '2024-02-01T15:00:00.000Z',
	},
];

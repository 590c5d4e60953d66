import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

/** The form of an operation as a person fills it in, and the rows it works on. */
export interface FilledForm {
	/** Resource and operation, and what is special about this form. */
	name: string;
	parameters: Record<string, NodeParameterValueType>;
	rows?: IDataObject[];
}

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const agentId = byId('2f6d0c1e-4b7a-4a53-9c1f-0d9e8b7a6c51');
const windows = { windows: [{ days: ['mon', 'tue'], startTime: '09:00', stopTime: '18:00' }] };
const campaign = (operation: string) => ({ resource: 'campaign', operation, campaignId: byId('1234') });

const cycleDates = { scheduleStartDate: '2026-08-31T00:00:00', scheduleEndDate: '2026-09-30T00:00:00' };
const texts = { description: 'Debtors of May', timezone: 'America/Bogota', retries: 0, messageLimit: 10_000 };

const newCampaign = {
	resource: 'campaign',
	operation: 'create',
	integrationType: 'phone_call',
	name: 'Q2 Reactivation',
	agentId,
	integrationId: byId('iph_8YqL3mZxR1tV0nKfH9bA'),
};

/** Every operation on campaigns, with the fewest fields and with all of them. */
export const campaignForms: readonly FilledForm[] = [
	...['activate', 'archive', 'pause', 'resume', 'get'].map((operation) => ({
		name: `campaign ${operation}`,
		parameters: campaign(operation),
	})),
	{ name: 'campaign create', parameters: newCampaign },
	{
		name: 'campaign create, cooldown',
		parameters: {
			...newCampaign,
			scheduling: windows,
			cycles: {
				settings: {
					mode: 'cooldown',
					maxIterations: 12,
					cooldownMinutes: 0,
					filterStatuses: ['converted'],
					filterTags: 'a, b',
				},
			},
			additionalFields: { ...texts, firstMessage: 'Hi, {name}?', idempotencyKey: 'deal-7' },
		},
	},
	{
		name: 'campaign create, scheduled',
		parameters: {
			...newCampaign,
			cycles: { settings: { mode: 'scheduled', maxIterations: 2, ...cycleDates } },
			cyclesSchedule: windows,
		},
	},
	{
		name: 'campaign create, WhatsApp',
		parameters: {
			...newCampaign,
			integrationType: 'whatsapp',
			integrationId: byId('iwa_8YqL3mZxR1tV0nKfH9bA'),
			additionalFields: { template: 'promo_june_v1', templateAlt: 'promo_june_v2' },
		},
	},
	{ name: 'campaign getAll', parameters: { resource: 'campaign', operation: 'getAll', limit: 5 } },
	{
		name: 'campaign getAll, all filters',
		parameters: {
			resource: 'campaign',
			operation: 'getAll',
			limit: 100,
			simplify: false,
			filters: {
				agentId,
				archived: true,
				integrationType: 'phone_call',
				status: 'active',
				createdAfter: '2026-04-01',
				createdBefore: '2026-07-01T00:00:00',
				startedAfter: '2026-04-01',
				startedBefore: '2026-07-01',
				endedAfter: '2026-04-01',
				endedBefore: '2026-07-01',
			},
		},
	},
	{ name: 'campaign update', parameters: { ...campaign('update'), updateFields: { name: 'Wave 2' } } },
	{
		name: 'campaign update, all fields',
		parameters: {
			...campaign('update'),
			updateFields: { ...texts, firstMessage: '' },
			scheduling: windows,
			cycles: {
				settings: {
					maxIterations: '7',
					cooldownMinutes: '1440',
					filterStatuses: ['converted', 'answered'],
					filterTags: 'a',
					...cycleDates,
				},
			},
			cyclesSchedule: windows,
		},
	},
	{
		name: 'campaign update, WhatsApp',
		parameters: {
			...campaign('update'),
			updateFields: { template: 'promo_june_v1', templateAlt: 'promo_june_v2' },
		},
	},
];

import { activeCampaign, addForm, type AlturNode } from './workflow';

/** A mistake that people make, and what the message on the node must say. */
export interface Mistake {
	/** What the node is called on the canvas. */
	name: string;
	parameters: Record<string, unknown>;
	/** Default: the right key. */
	key?: 'empty' | 'wrong';
	/** n8n sees it by itself, and does not start. */
	seenByN8n?: true;
	/** What happened. */
	title: RegExp;
	/** What to do. */
	advice: RegExp;
}

/** The rows that all of them get. */
export const rows = [
	{
		Línea: '+52 55 1111 2222',
		Nombre: 'José Ñúñez',
		Extra: '',
		Ciudad: 'Puebla',
		Local: '55 1111 2222',
		Redondeado: '5.25511E+11',
		Lote: 'A-1',
	},
	{
		Línea: '+52 55 3333 4444',
		Nombre: 'Lucía Gómez',
		Extra: '',
		Ciudad: 'Mérida',
		Local: '55 3333 4444',
		Redondeado: '5.25533E+11',
		Lote: 'A-1',
	},
];

export const phone = { contact: '={{ $json["Línea"] }}' };
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const hours = (startTime: string, stopTime: string) => ({
	windows: [{ days: ['mon', 'tue'], startTime, stopTime }],
});
const create = {
	resource: 'campaign',
	operation: 'create',
	integrationType: 'phone_call',
	name: 'Autumn',
	agentId: byId('6c4951e6-9877-4d7c-88d7-56b4948d3cce'),
	integrationId: byId('iph_8YqL3mZxR1tV0nKfH9bA'),
};
const update = { resource: 'campaign', operation: 'update', campaignId: activeCampaign };

export const mistakes: Mistake[] = [
	{
		name: 'No key',
		key: 'empty',
		parameters: addForm(phone),
		title: /The Altur credential has no API key/,
		advice: /Dashboard > API Keys/,
	},
	{
		name: 'Wrong key',
		key: 'wrong',
		parameters: addForm(phone),
		title: /Altur does not accept the API key/,
		advice: /Dashboard > API Keys/,
	},
	{
		name: 'No campaign',
		parameters: addForm(phone, { campaignId: { __rl: true, mode: 'list', value: '' } }),
		seenByN8n: true,
		title: /cannot start/,
		advice: /Parameter "Campaign" is required/,
	},
	{
		name: 'Campaign deleted',
		parameters: addForm(phone, { campaignId: byId('999') }),
		title: /Altur has no campaign 999/,
		advice: /Pick one from the list/,
	},
	{
		name: 'No phone column',
		parameters: addForm({}),
		seenByN8n: true,
		title: /cannot start/,
		advice: /Field "contact" is required/,
	},
	{
		name: 'No title of a phone column',
		parameters: addForm({}, { columnMapping: 'titles' }),
		title: /No column looks like a phone number by its title/,
		advice: /Línea, Nombre, Extra, Ciudad.*Map Each Column/,
	},
	{
		name: 'Hours that are no time',
		parameters: { ...create, scheduling: hours('9 am', '25:00') },
		title: /From must be a time such as 09:00/,
		advice: /form of the node/,
	},
	{
		name: 'Hours that end before they begin',
		parameters: { ...create, scheduling: hours('18:00', '09:00') },
		title: /To \(09:00\) must be later than From \(18:00\)/,
		advice: /form of the node/,
	},
	{
		name: 'No name and no agent',
		parameters: { ...create, name: '', agentId: { __rl: true, mode: 'list', value: '' } },
		seenByN8n: true,
		title: /cannot start/,
		advice: /Parameter "Name" is required.*Parameter "Agent" is required/s,
	},
	{
		name: 'Nothing to change',
		parameters: update,
		title: /Nothing to change/,
		advice: /form of the node/,
	},
	{
		name: 'Campaign is finished',
		parameters: { ...update, campaignId: byId('1238'), updateFields: { name: 'Again' } },
		title: /Campaign 1238 is finished/,
		advice: /create a new one/,
	},
	{
		name: 'Plan used up',
		parameters: { resource: 'campaign', operation: 'resume', campaignId: byId('1237') },
		title: /limit of your Altur plan/,
		advice: /Billing/,
	},
];

/** The node with the mistake in it. */
export function withMistake(
	{ name, parameters, key }: Mistake,
	credentials: Record<'right' | 'wrong' | 'empty', { id: string; name: string }>,
): AlturNode {
	return { name, parameters, credential: credentials[key ?? 'right'] };
}

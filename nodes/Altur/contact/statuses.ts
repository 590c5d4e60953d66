import type { INodePropertyOptions } from 'n8n-workflow';

const ofPhone = ['answered', 'converted', 'failed', 'queue', 'retrying', 'sending', 'voicemail'];
const ofWhatsApp = [
	'accepted',
	'converted',
	'delivered',
	'failed',
	'queue',
	'read',
	'rejected',
	'retrying',
	'sending',
	'sent',
];

/** Vendor page "Retrieve campaign contacts": the statuses of phone and WhatsApp campaigns, by which can be filtered. */
export const contactStatusOptions: INodePropertyOptions[] = [...new Set([...ofPhone, ...ofWhatsApp])]
	.sort()
	.map((value) => ({ name: value.charAt(0).toUpperCase() + value.slice(1), value }));

/** The statuses of phone campaigns, the only ones with cycles. */
export const phoneStatusOptions = contactStatusOptions.filter(({ value }) => ofPhone.includes(String(value)));

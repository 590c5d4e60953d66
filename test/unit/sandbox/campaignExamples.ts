/** The two campaigns of the vendor's create page. */
export const phoneExample = {
	name: 'Q2 Reactivation',
	agent_id: '6cy951e6-9877-4d7c-88d7-56b4948d3cce',
	integration_id: 'iph_8YqL3mZxR1tV0nKfH9bA',
	integration_type: 'phone_call',
	timezone: 'America/Mexico_City',
	first_message: 'Hi, am I speaking with {name}?',
	cycles: {
		enabled: true,
		mode: 'cooldown',
		max_iterations: 3,
		cooldown_minutes: 30,
		filter_statuses: ['converted'],
	},
};
export const whatsAppExample = {
	name: 'Promo June',
	agent_id: '6cy951e6-9877-4d7c-88d7-56b4948d3cce',
	integration_id: 'iwa_8YqL3mZxR1tV0nKfH9bA',
	integration_type: 'whatsapp',
	template: 'promo_june_v1',
};
/** A working day of a schedule. */
export const day = { startTime: '09:00', stopTime: '18:00', active: true };
/** The phone campaign with its required fields and time zone only. */
export const plain = { ...phoneExample, cycles: undefined, first_message: undefined };

/** A request to the sandbox, and the status it is answered with. */
export interface SandboxRequest {
	request: string;
	status: number;
	body?: unknown;
	/** The Idempotency-Key. */
	key?: string;
	authorization?: string;
	contentType?: string;
}

/** Of the demo seed, with an integration of theirs. */
export const mateo = '2f6d0c1e-4b7a-4a53-9c1f-0d9e8b7a6c51';
/** Whom the first call of the demo seed was about. */
export const person = '00000000-0000-4000-8000-000000000002';
export const phoneCampaign = {
	name: 'Q2 Reactivation',
	agent_id: mateo,
	integration_id: 'iph_2KdW7pQxN5sJ4mVrT6cE',
	integration_type: 'phone_call',
};
export const whatsApp = {
	...phoneCampaign,
	agent_id: '6c4951e6-9877-4d7c-88d7-56b4948d3cce',
	integration_id: 'iwa_8YqL3mZxR1tV0nKfH9bA',
	integration_type: 'whatsapp',
};
export const day = { startTime: '09:00', stopTime: '18:00', active: true };
export const cooldown = { enabled: true, mode: 'cooldown', max_iterations: 2, cooldown_minutes: 1440 };
export const rows = (...contacts: unknown[]) => ({ contacts: contacts.map((contact) => ({ contact })) });

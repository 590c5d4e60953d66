import type { FastifyInstance } from 'fastify';
import { controlBody } from '../../server/controlRoutes';
import type { AlturState } from '../state';
import { eventByHand, sendByHand } from './byHand';
import { changedSettings } from './settings';
import type { Webhooks } from './webhooks';

/** Control routes of the webhook: how it is set up, what was sent, and events by hand. */
export function addWebhookRoutes(
	control: FastifyInstance,
	state: AlturState,
	webhooks: Webhooks,
	origin: () => string,
): void {
	const shown = () => ({
		settings: webhooks.settings,
		waiting: webhooks.waiting,
		deliveries: webhooks.journal,
	});
	control.get('/webhooks', async () => shown());
	control.post('/webhooks', async (request) => {
		webhooks.change(changedSettings.parse(controlBody(request) ?? {}));
		return shown();
	});
	control.post('/events', async (request) =>
		sendByHand(eventByHand.parse(controlBody(request)), state, webhooks, origin()),
	);
}

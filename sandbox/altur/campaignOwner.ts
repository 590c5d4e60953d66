import { Refusal } from '../server/refusal';
import type { Channel } from './campaignFields';
import { InvalidRequest } from './invalidRequest';
import type { AlturState } from './state';

/** The agent and the integration that a new campaign asks for. */
interface Asked {
	agent_id: string;
	integration_id: string;
	integration_type: Channel;
}

/**
 * The agent of a new campaign. Agents are known from seeds only: without a seed of them any is taken, with any
 * integration. Throws AGENT_NOT_FOUND, INTEGRATION_NOT_FOUND for one that is not that agent's, and
 * INVALID_INTEGRATION_TYPE for one of the other channel.
 */
export function campaignOwner(state: AlturState, asked: Asked): { id: string; name: string } {
	const { agent_id: id, integration_id, integration_type } = asked;
	if (!state.agents) return { id, name: 'Agent' };
	const agent = state.agents.find((known) => known.id === id);
	if (!agent) throw new Refusal(404, 'AGENT_NOT_FOUND', 'Agent not found.', { field: 'agent_id' });
	const integration = agent.integrations.find((own) => own.id === integration_id);
	if (!integration) {
		const field = 'integration_id';
		throw new Refusal(404, 'INTEGRATION_NOT_FOUND', 'The agent has no such integration.', { field });
	}
	if (integration.type !== integration_type) {
		const message = `The integration is of the type ${integration.type}, not ${integration_type}.`;
		const field = 'integration_type';
		throw new InvalidRequest('INVALID_INTEGRATION_TYPE', message, field, { [field]: [message] });
	}
	return { id, name: agent.name };
}

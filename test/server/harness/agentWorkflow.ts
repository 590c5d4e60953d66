import { randomUUID } from 'node:crypto';

export const agentName = 'AI Agent';
export const agentTrigger = 'When clicking ‘Execute workflow’';

interface Credential {
	id: string;
	name: string;
}

/**
 * A workflow in which n8n's AI Agent has Altur as its only tool.
 *
 * @param tool the parameters of the tool form of the node; what the model decides stands there as `$fromAI`
 * @param agentVersion of the agent: up to 2.2 it runs tools itself, from 3 on n8n's engine does
 */
export function agentWorkflow(
	tool: Record<string, unknown>,
	credentials: { altur: Credential; model: Credential },
	agentVersion: number,
) {
	const node = (name: string, type: string, typeVersion: number, parameters: object, more: object = {}) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters,
		...more,
	});
	const to = (name: string, type: string) => ({ [type]: [[{ node: name, type, index: 0 }]] });
	return {
		name: 'Agent with Altur',
		nodes: [
			node(agentTrigger, 'n8n-nodes-base.manualTrigger', 1, {}),
			node(agentName, '@n8n/n8n-nodes-langchain.agent', agentVersion, {
				promptType: 'define',
				text: 'Please see to it.',
				options: {},
			}),
			node(
				'Model',
				'@n8n/n8n-nodes-langchain.lmChatOpenAi',
				1.2,
				{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
				{ credentials: { openAiApi: credentials.model } },
			),
			node('Altur', 'n8n-nodes-altur.alturTool', 1, tool, { credentials: { alturApi: credentials.altur } }),
		],
		connections: {
			[agentTrigger]: to(agentName, 'main'),
			Model: to(agentName, 'ai_languageModel'),
			Altur: to(agentName, 'ai_tool'),
		},
	};
}

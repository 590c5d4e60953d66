import type { IExecuteFunctions } from 'n8n-workflow';
import { isTool } from '../item/retryMemory';

/** What n8n adds to the type of a node that is connected to an agent. */
const toolEnding = 'Tool';

/**
 * Whether what the node returns is read by an agent's model. Agents up to version 2 and the MCP Server Trigger run the node
 * in a context of its own for tools; the agent of version 3 lets n8n's engine run it like any other node, which only its
 * type tells from one.
 */
export function isAgentTool(context: IExecuteFunctions): boolean {
	return isTool(context) || context.getNode().type.endsWith(toolEnding);
}

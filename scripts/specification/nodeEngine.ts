import type { IRun } from 'n8n-workflow';
import { NodeRunner } from '../../test/node/harness/nodeRunner';
import { repository } from '../repository';
import type { FilledForm } from './campaignForms';

const credentialsOf = { alturApi: { id: 'credential-1', name: 'Altur' } };
const node = { name: 'Altur', type: 'n8n-nodes-altur.altur', credentials: credentialsOf };

/** The built node in n8n's own engine, with a credential that leads to a base URL. */
export class NodeEngine {
	private constructor(
		private readonly runner: NodeRunner,
		private readonly baseUrl: string,
	) {}

	static async at(baseUrl: string): Promise<NodeEngine> {
		return new NodeEngine(await NodeRunner.fromPackage(repository), baseUrl);
	}

	/** Runs the node once over the rows of a form. */
	async run({ parameters, rows = [{}] }: FilledForm): Promise<IRun> {
		const { run } = await this.runner.run({
			rows: rows.map((json) => ({ json })),
			nodes: [{ ...node, parameters }],
			credentials: this.credentials,
		});
		return run;
	}

	/** Opens a list of the editor. Rejects with what the editor shows. */
	async openList(method: string): Promise<void> {
		const parameters = { integrationType: 'phone_call', agentId: { __rl: true, mode: 'id', value: '' } };
		await this.runner.searchList(method, { ...node, parameters }, this.credentials);
	}

	private get credentials() {
		return { alturApi: { apiKey: 'a-key', baseUrl: this.baseUrl } };
	}
}

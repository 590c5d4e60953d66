import { join } from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';
import {
	startOctopushSandbox,
	type OctopushSandbox,
	type OctopushSandboxOptions,
} from '../../../../../sandbox/octopush/startOctopushSandbox';
import { NodeBench, type FormValues } from '../../../../../test/node/harness/nodeBench';
import { NodeRunner } from '../../../../../test/node/harness/nodeRunner';

export { jsonOf, type FormValues } from '../../../../../test/node/harness/nodeBench';

/** The form of "Add", with the columns of the sample rows dragged into it. */
export function addParameters(more: FormValues = {}): FormValues {
	return {
		resource: 'contact',
		operation: 'add',
		columns: {
			mappingMode: 'defineBelow',
			value: {
				phone_number: '={{ $json.phone }}',
				first_name: '={{ $json.first }}',
				last_name: '={{ $json.last }}',
				param1: '={{ $json.id }}',
			},
			matchingColumns: [],
			schema: [],
		},
		...more,
	};
}

/** Rows of a small customer list with French mobile numbers. */
export function customerRows(count: number, from = 0): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) => ({
		json: {
			phone: `+336${String(10_000_000 + from + index)}`,
			first: 'Axelle',
			last: `Durand ${from + index}`,
			id: `crm-${from + index}`,
		},
	}));
}

/** The built Octopush node beside its sandbox. */
export class OctopushBench extends NodeBench<OctopushSandbox> {
	static async start(options: OctopushSandboxOptions = {}): Promise<OctopushBench> {
		const runner = await NodeRunner.fromPackage(join(__dirname, '../../..'));
		const sandbox = await startOctopushSandbox(options);
		const { apiLogin, apiKey, baseUrl } = sandbox;
		return new OctopushBench(sandbox, runner, {
			name: 'Octopush',
			type: 'n8n-nodes-octopush.octopush',
			credentialType: 'octopushApi',
			credential: { apiLogin, apiKey, baseUrl },
		});
	}

	/** The requests to one path. */
	sent(path: string) {
		return this.sandbox.requests.filter((request) => request.path === `/v1/public${path}`);
	}
}

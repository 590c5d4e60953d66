import { join } from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';
import {
	startOliAiSandbox,
	type OliAiSandbox,
	type OliAiSandboxOptions,
} from '../../../../../sandbox/oliai/startOliAiSandbox';
import { NodeBench, type FormValues } from '../../../../../test/node/harness/nodeBench';
import { NodeRunner } from '../../../../../test/node/harness/nodeRunner';

export { jsonOf, type FormValues } from '../../../../../test/node/harness/nodeBench';

/** The form of "Create or Update in Bulk", with the columns of the sample rows dragged into it. */
export function upsertParameters(more: FormValues = {}): FormValues {
	return {
		resource: 'contact',
		operation: 'bulkUpsert',
		columns: {
			mappingMode: 'defineBelow',
			value: {
				phoneNumber: '={{ $json.phone }}',
				name: '={{ $json.name }}',
				language: '={{ $json.language }}',
			},
			matchingColumns: [],
			schema: [],
		},
		...more,
	};
}

/** Rows of a small customer list with Indian mobile numbers. */
export function customerRows(count: number, from = 0): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) => ({
		json: {
			phone: `+9198${String(10_000_000 + from + index)}`,
			name: `Priya Sharma ${from + index}`,
			language: 'hi-IN',
		},
	}));
}

/** Picks an audience by its ID. */
export function audience(id: string): FormValues {
	return { audienceId: { __rl: true, mode: 'id', value: id } };
}

/** The built OliAI node beside its sandbox: one per test, or the tests wait for each other's limits. */
export class OliAiBench extends NodeBench<OliAiSandbox> {
	static async start(options: OliAiSandboxOptions = {}): Promise<OliAiBench> {
		const runner = await NodeRunner.fromPackage(join(__dirname, '../../..'));
		const sandbox = await startOliAiSandbox(options);
		const { apiKey, baseUrl } = sandbox;
		return new OliAiBench(sandbox, runner, {
			name: 'OliAI',
			type: 'n8n-nodes-oliai.oliAi',
			credentialType: 'oliAiApi',
			credential: { apiKey, environment: 'other', baseUrl },
		});
	}

	/** The requests of one method to one path below `/v1`. */
	sent(method: string, path: string) {
		return this.sandbox.requests.filter(
			(request) => request.method === method && request.path === `/v1${path}`,
		);
	}
}

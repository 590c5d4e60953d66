import type { INodeExecutionData } from 'n8n-workflow';
import {
	startAlturSandbox,
	type AlturSandbox,
	type AlturSandboxOptions,
} from '../../../sandbox/altur/startAlturSandbox';
import { repository } from '../../../scripts/repository';
import { NodeBench, type FormValues } from './nodeBench';
import { NodeRunner } from './nodeRunner';

export { jsonOf } from './nodeBench';

/** The form of "Add to Campaign", with the four columns of the sample rows dragged into it. */
export function addParameters(campaignId: string | number, more: FormValues = {}): FormValues {
	return {
		resource: 'contact',
		operation: 'add',
		campaignId: { __rl: true, mode: 'id', value: String(campaignId) },
		columns: {
			mappingMode: 'defineBelow',
			value: { contact: '={{ $json.phone }}', name: '={{ $json.name }}', f_id: '={{ $json.id }}' },
			matchingColumns: [],
			schema: [],
		},
		...more,
	};
}

/** Rows of a small customer list, with numbers that Altur takes. */
export function customerRows(count: number, from = 0): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) => ({
		json: {
			phone: `+5255${String(10_000_000 + from + index)}`,
			name: `Cliente ${from + index}`,
			id: `crm-${from + index}`,
		},
	}));
}

/** The built Altur node beside its sandbox. */
export class AlturBench extends NodeBench<AlturSandbox> {
	/** @param address in the credential, instead of the sandbox's */
	static async start(options: AlturSandboxOptions = {}, address?: string): Promise<AlturBench> {
		const runner = await NodeRunner.fromPackage(repository);
		const sandbox = await startAlturSandbox(options);
		const { apiKey } = sandbox;
		const baseUrl = address ?? sandbox.baseUrl;
		return new AlturBench(sandbox, runner, {
			name: 'Altur',
			type: 'n8n-nodes-altur.altur',
			credentialType: 'alturApi',
			credential: { apiKey, baseUrl },
		});
	}

	/** The requests that added contacts. */
	posts() {
		return this.sandbox.requests.filter(
			({ method, path }) => method === 'POST' && path.endsWith('/contacts'),
		);
	}
}

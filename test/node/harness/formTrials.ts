import type {
	ExecutionBaseError,
	IDataObject,
	INodeExecutionData,
	NodeParameterValueType,
} from 'n8n-workflow';
import { AlturBench, addParameters } from './altur';

export type Form = Record<string, NodeParameterValueType>;

/** "Find Columns by Title" in the form. */
export const automatic: Form = { columnMapping: 'titles' };

/** n8n's own automatic mode, which the form had before. */
export const storedAutomatic: Form = { columns: { mappingMode: 'autoMapInputData', value: null } };

export const asRows = (...list: IDataObject[]): INodeExecutionData[] => list.map((json) => ({ json }));

/** Fills in the form of "Add to Campaign" and sees what comes of it. */
export class FormTrials {
	private constructor(
		readonly bench: AlturBench,
		/** An empty one. */
		public campaign: number,
	) {}

	static async start(): Promise<FormTrials> {
		return new FormTrials(await AlturBench.start({ rateLimit: false }), 0);
	}

	reset(): void {
		this.bench.sandbox.reset();
		this.campaign = this.bench.sandbox.addCampaign().id;
	}

	async stop(): Promise<void> {
		await this.bench.stop();
	}

	/** @returns the bodies of all requests, from a run that went well */
	async sent(rows: INodeExecutionData[], form: Form): Promise<unknown[]> {
		const { run } = await this.bench.run(rows, addParameters(this.campaign, form));
		expect(run.data.resultData.error).toBeUndefined();
		return this.bench.posts().map(({ body }) => body);
	}

	/** @returns the error of a run that ended before anything was sent */
	async refusal(rows: INodeExecutionData[], form: Form): Promise<ExecutionBaseError | undefined> {
		const { run } = await this.bench.run(rows, addParameters(this.campaign, form));
		expect(run.status).toBe('error');
		expect(this.bench.sandbox.requests).toHaveLength(0);
		return run.data.resultData.error;
	}
}

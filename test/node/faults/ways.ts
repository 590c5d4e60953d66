import type { INodeExecutionData } from 'n8n-workflow';
import { addParameters, jsonOf } from '../harness/altur';
import { fileParameters, type FileStorage } from '../harness/files';
import type { FormValues } from '../harness/nodeBench';
import type { FinishedRun } from '../harness/nodeRunner';

/** A row of a customer list. */
export interface CustomerRow {
	phone: string;
	name: string;
	id: string;
	campaign: number;
}

/** A row that failed or was not sent, with the reason. */
export interface FailedRow {
	phone: string;
	message: string;
}

/** A way in which rows come to the node. */
export interface Way {
	name: string;
	parameters(form: FormValues): FormValues;
	/** The items of the node before. */
	input(rows: readonly CustomerRow[]): Promise<INodeExecutionData[]>;
	/** The rows of a run that failed, or were not sent. */
	failed(run: FinishedRun): Promise<FailedRow[]>;
	/** The rows that were in Altur before the run. */
	skipped(run: FinishedRun): number;
}

const outputOf = ({ run }: FinishedRun) => run.data.resultData.runData.Altur?.[0]?.data?.main?.[0] ?? [];

/** Add to Campaign: each row is an item. */
export const asItems: Way = {
	name: 'Add to Campaign',
	parameters: (form) => addParameters(0, form),
	input: async (rows) => rows.map((row) => ({ json: { ...row } })),
	failed: async (run) =>
		jsonOf(outputOf(run)).flatMap(({ status, contact, error_message: message }) =>
			status === 'failed' ? [{ phone: String(contact), message: String(message) }] : [],
		),
	skipped: (run) => jsonOf(outputOf(run)).filter(({ status }) => status === 'skipped_duplicate').length,
};

/** Add From File: a file for each campaign. */
export function asFiles(storage: FileStorage): Way {
	return {
		name: 'Add From File',
		parameters: (form) => fileParameters(0, form),
		async input(rows) {
			const campaigns = [...new Set(rows.map(({ campaign }) => campaign))];
			return await Promise.all(
				campaigns.map(async (campaign) => {
					const ofCampaign = rows.filter((row) => row.campaign === campaign);
					const lines = ofCampaign.map(({ phone, name, id }) => `${phone},${name},${id}`);
					const item = await storage.item(['Phone,Name,ID', ...lines].join('\n'));
					return { ...item, json: { campaign } };
				}),
			);
		},
		async failed(run) {
			const files = outputOf(run).flatMap(({ binary }) => binary?.failed ?? []);
			const rows = await Promise.all(files.map(async (file) => await storage.rows(file)));
			return rows.flat().map(({ Phone, not_loaded_because: message }) => ({
				phone: Phone ?? '',
				message: message ?? '',
			}));
		},
		skipped: (run) =>
			jsonOf(outputOf(run)).reduce((sum, { skipped_duplicate: count }) => sum + Number(count), 0),
	};
}

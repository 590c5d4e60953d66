import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CredentialFile } from './n8n/commandLine';
import { repository } from './repository';

export const examplesFolder = join(repository, 'examples');

const workflow = z
	.object({
		id: z.string(),
		name: z.string(),
		nodes: z.array(z.object({ name: z.string(), type: z.string() }).passthrough()),
		connections: z.record(z.unknown()),
		settings: z.record(z.unknown()),
	})
	.passthrough();
type ExampleWorkflow = z.infer<typeof workflow>;

/** The names of the main example's file, nodes and sheet, where scripts and tests need them. */
export const mainExample = {
	id: 'alturLoadContacts',
	file: 'load-contacts-from-a-sheet.json',
	sheet: join(examplesFolder, 'contacts.csv'),
	trigger: 'When clicking ‘Execute workflow’',
	rows: 'Rows of the sheet',
	altur: 'Add to campaign',
	campaignId: 1236,
};

/** The two examples that call the people of the sheet and keep what comes of it, and what they share. */
export const callExamples = {
	call: { id: 'alturCallThePeople', trigger: 'When clicking ‘Execute workflow’', create: 'Create campaign' },
	results: {
		id: 'alturWhatCameOfEachRow',
		webhookPath: '/webhook/00000000-0000-4000-8000-0000000000a6/webhook',
	},
	table: 'Altur calls',
};

/** The example that loads a file whole, and the one that loads what failed of it. */
export const fileExamples = {
	trigger: 'When clicking ‘Execute workflow’',
	file: { id: 'alturLoadFile', file: 'load-a-file-of-any-size.json', load: 'Load the file' },
	failed: { id: 'alturLoadFailedRows', load: 'Load the corrected rows' },
	campaignId: 1234,
};

/** One workflow of `examples/`. @throws ZodError when the file is no workflow */
export function exampleWorkflow(file: string): ExampleWorkflow {
	return workflow.parse(JSON.parse(readFileSync(join(examplesFolder, file), 'utf8')));
}

/** All importable workflows of `examples/`. */
export function exampleWorkflows(): ExampleWorkflow[] {
	const files = readdirSync(examplesFolder).filter(
		(file) => file.endsWith('.json') && file !== 'expected.json',
	);
	return files.sort().map(exampleWorkflow);
}

/**
 * The credential the example workflows use, for an Altur on this computer.
 *
 * @param altur its webhook secret only where its triggers are to start
 */
export function demoCredential(altur: {
	baseUrl: string;
	apiKey: string;
	webhookSecret?: string;
}): CredentialFile {
	const { baseUrl, apiKey, webhookSecret } = altur;
	const data = { apiKey, baseUrl, ...(webhookSecret !== undefined && { webhookSecret }) };
	return { id: 'alturDemoAccount', name: 'Altur demo account', type: 'alturApi', data };
}

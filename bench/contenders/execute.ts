import { join } from 'node:path';
import { nodeForN8n, n8nScript } from '../../scripts/n8n-host/folder';
import { importWorkflows } from '../../scripts/n8n/commandLine';
import { n8nEnvironment } from '../../scripts/n8n/environment';
import { freePort } from '../../scripts/n8n/ports';
import { runMeasured, type Measured } from './measuredProcess';

/** Stores a workflow and runs it by `n8n execute`. @returns what the process took, and its output file */
export async function execute(
	userFolder: string,
	workflow: { id: string; active: boolean },
): Promise<{ measured: Measured; outputFile: string }> {
	await importWorkflows(userFolder, [workflow]);
	const outputFile = join(userFolder, 'output.json');
	const measured = await runMeasured(
		nodeForN8n(),
		[n8nScript, 'execute', `--id=${workflow.id}`, '--rawOutput'],
		{
			cwd: userFolder,
			environment: n8nEnvironment(userFolder, {
				N8N_RUNNERS_BROKER_PORT: String(await freePort()),
				NODE_OPTIONS: '--max-old-space-size=8192',
				N8N_RUNNERS_TASK_TIMEOUT: '600',
				N8N_RUNNERS_MAX_PAYLOAD: String(2 ** 30),
			}),
			outputFile,
			errorFile: join(userFolder, 'errors.txt'),
		},
	);
	return { measured, outputFile };
}

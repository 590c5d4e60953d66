import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../repository';
import { staleBuild } from '../staleBuild';
import { documentedCodes } from './codes';
import { operationsOf, readDocument } from './document';
import { nodeReport, sandboxReport } from './report';
import { examineSandbox } from './sandboxAnswers';
import { mendSlips } from './slips';
import { tighten } from './tighten';

const usage = 'npm run specification -- path/to/openapi.json';

/**
 * Holds the built node and the sandbox against the vendor's OpenAPI file, which is not part of this project.
 *
 * @returns whether nothing is wrong
 */
async function check(file: string, folder: string): Promise<boolean> {
	const document = readDocument(file);
	const codes = documentedCodes(document);
	console.log('Slips of the file, mended in the copy that is checked against:');
	for (const slip of mendSlips(document)) console.log(`  ! ${slip}`);
	tighten(document);
	const operations = operationsOf(document);
	const copy = join(folder, 'openapi.json');
	writeFileSync(copy, JSON.stringify(document));

	const sandbox = await examineSandbox(folder, copy, operations);
	console.log(`\n${sandboxReport(sandbox, codes)}`);

	// n8n's engine reads these when it is loaded, writes into that folder, and logs every failed node.
	const settings = { N8N_USER_FOLDER: folder, N8N_ENCRYPTION_KEY: 'specification', N8N_LOG_LEVEL: 'silent' };
	Object.assign(process.env, settings);
	const { runNode } = await import('./nodeRuns');
	const forms = await runNode(folder, copy, operations);
	console.log(`\n${nodeReport(forms)}`);
	return [...sandbox.operations, ...forms].every(({ violations }) => violations.length === 0);
}

async function main([file]: readonly string[]): Promise<void> {
	if (file === undefined) throw new Error(`Which file? ${usage}`);
	const stale = staleBuild(repository, repository);
	if (stale !== undefined) throw new Error(stale);
	const folder = mkdtempSync(join(tmpdir(), 'specification-'));
	try {
		const isGood = await check(file, folder);
		console.log(isGood ? '\nNo violation.' : '\nThere are violations.');
		if (!isGood) process.exitCode = 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

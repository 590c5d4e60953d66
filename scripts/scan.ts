import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackage } from './n8n/pack';
import { packageFolders } from './packageFolders';
import { repository } from './repository';

/** What is bundled into the packages, beyond the folders that n8n's scan looks into itself. */
const bundledSources = ['bulk/**/*.ts', 'n8n/**/*.ts'];
/** As n8n's scan takes the published tarball. */
const publishedFiles = ['**/*.js', 'package.json'];

async function check(what: string, folder: string, patterns: string[]): Promise<boolean> {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	console.log(`${passed ? 'clean' : 'NOT clean'}  ${what}`);
	if (!passed) console.log(details ?? message ?? '');
	return passed;
}

async function checkPublished(packageFolder: string): Promise<boolean> {
	const folder = mkdtempSync(join(tmpdir(), 'scan-'));
	try {
		const tarball = await packPackage(packageFolder, folder);
		execFileSync('tar', ['-xzf', tarball, '-C', folder]);
		return await check('its published files', join(folder, 'package'), publishedFiles);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** n8n's package scan, on the source and on what would be published, without network. Packages must be built. */
async function main(): Promise<void> {
	let allClean = await check('bulk and n8n, bundled into every package', repository, bundledSources);
	for (const folder of packageFolders()) {
		console.log(folder === repository ? 'n8n-nodes-altur' : folder.slice(repository.length + 1));
		allClean = (await check('its source', folder, SOURCE_FILE_PATTERNS)) && allClean;
		allClean = (await checkPublished(folder)) && allClean;
	}
	if (!allClean) process.exitCode = 1;
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});

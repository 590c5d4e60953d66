import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../../scripts/repository';

jest.setTimeout(60_000);

/** What release-it would do in a fresh clone on main, with the origin that the package names. */
function dryRun(folder: string): string {
	const clone = mkdtempSync(join(tmpdir(), 'release-'));
	const git = (...args: string[]) => execFileSync('git', args, { cwd: clone, stdio: 'pipe' });
	try {
		git('clone', '--quiet', repository, '.');
		git('checkout', '--quiet', '-B', 'main');
		git('config', 'branch.main.remote', 'origin');
		git('config', 'branch.main.merge', 'refs/heads/main');
		git('remote', 'set-url', 'origin', 'https://github.com/n8n-nodes-altur/n8n-nodes-altur.git');
		symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'));
		const releaseIt = join(repository, 'node_modules', 'release-it', 'bin', 'release-it.js');
		const args = [releaseIt, 'patch', '--dry-run', '--ci'];
		return execFileSync(process.execPath, args, {
			cwd: join(clone, folder),
			encoding: 'utf8',
			env: { ...process.env, GITHUB_TOKEN: '' },
			stdio: 'pipe',
		});
	} finally {
		rmSync(clone, { recursive: true, force: true });
	}
}

describe('A release', () => {
	it.each([
		['.', 'n8n-nodes-altur', /[?]tag=v\d/],
		['packages/octopush', 'n8n-nodes-octopush', /[?]tag=octopush-v\d/],
		['packages/oliai', 'n8n-nodes-oliai', /[?]tag=oliai-v\d/],
	])(
		'of %s takes its changes from the changelog, and tags what the workflow publishes',
		(folder, name, tag) => {
			const printed = dryRun(folder);
			expect(printed).toContain(`Let's release ${name}`);
			expect(printed).toMatch(/Changelog:\n- \w/);
			expect(printed).toMatch(tag);
		},
	);
});

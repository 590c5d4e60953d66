import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { staleBuild } from '../../scripts/staleBuild';

describe('A build', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'stale-build-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	/** Writes a file as if at that minute. */
	const write = (file: string, minute: number) => {
		const path = join(folder, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, '');
		utimesSync(path, minute * 60, minute * 60);
	};
	const built = (minute: number, packageFolder = '.') => {
		write(join(packageFolder, 'dist/nodes/Altur/Altur.node.js'), minute);
		write(join(packageFolder, 'dist/credentials/AlturApi.credentials.js'), minute + 1);
	};
	const stale = (packageFolder = '.') => staleBuild(folder, join(folder, packageFolder));

	it('is good when it is as new as the newest source', () => {
		write('nodes/Altur/Altur.node.ts', 5);
		write('bulk/columns/template.ts', 4);
		write('gulpfile.js', 1);
		built(5);
		expect(stale()).toBeUndefined();
	});

	it.each([
		'nodes/Altur/contact/add/operation.ts',
		'nodes/Altur/altur.svg',
		'credentials/AlturApi.credentials.ts',
		'bulk/columns/template.ts',
		'n8n/item/perItem.ts',
		'gulpfile.js',
	])('is too old when %s is newer than a part of it', (file) => {
		built(5);
		write(file, 6);
		expect(stale()).toBe(`dist is older than ${file}: npm run build`);
	});

	it('of a sister package is too old when its own source or a shared one is newer', () => {
		built(9);
		built(5, 'packages/oliai');
		write('bulk/load.ts', 5);
		write('nodes/Altur/Altur.node.ts', 8);
		expect(stale('packages/oliai')).toBeUndefined();
		write('packages/oliai/nodes/OliAi/client.ts', 6);
		expect(stale('packages/oliai')).toBe(
			'packages/oliai/dist is older than packages/oliai/nodes/OliAi/client.ts: npm run build',
		);
		expect(stale()).toBeUndefined();
	});

	it('does not grow old by tests, documents and pictures that keep the times of their originals', () => {
		built(5);
		write('dist/nodes/Altur/altur.svg', 1);
		write('bulk/README.md', 9);
		write('test/node/contact/addContacts.test.ts', 9);
		expect(stale()).toBeUndefined();
	});

	it('that is missing, or holds nothing that runs, is named as such', () => {
		write('nodes/Altur/Altur.node.ts', 5);
		expect(stale()).toBe('dist is empty: npm run build');
		write('dist/nodes/Altur/altur.svg', 6);
		expect(stale()).toBe('dist is empty: npm run build');
	});
});

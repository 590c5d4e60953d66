import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repository } from '../../scripts/repository';

const lockFile = z.object({
	packages: z.record(z.object({ optionalDependencies: z.record(z.string()).optional() })),
});

/** Where Node looks for a package from inside another one, nearest first. */
function places(from: string, name: string): string[] {
	const folders = from.split('/node_modules/');
	const around = folders.map((_, depth) => folders.slice(0, folders.length - depth).join('/node_modules/'));
	return [...around, ''].map((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}`);
}

describe.each(['package-lock.json', 'scripts/n8n-host/package-lock.json'])('%s', (file) => {
	const { packages } = lockFile.parse(JSON.parse(readFileSync(join(repository, file), 'utf8')));

	it('holds the packages for other platforms too, or npm ci refuses it', () => {
		const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies).filter(
				(name) => !places(path, name).some((place) => place in packages),
			),
		);
		expect(missing).toEqual([]);
	});

	it('names no registry', () => {
		expect(readFileSync(join(repository, file), 'utf8')).not.toMatch(/"resolved": "http/);
	});
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repository } from './repository';

const manifest = z.object({
	name: z.string(),
	version: z.string(),
	license: z.string(),
	author: z.string().optional(),
});

/**
 * The licences of the packages whose code is bundled: each asks to stand beside copies of it.
 *
 * @param inputs the files of a bundle, as esbuild's metafile names them
 * @returns the text of a file; undefined when nothing of others is bundled
 */
export function thirdPartyLicenses(inputs: readonly string[]): string | undefined {
	const folders = inputs.flatMap(
		(file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
	);
	const parts = [...new Set(folders)].sort().map(licenseOf);
	if (parts.length === 0) return undefined;
	return `Code of these packages is part of the files in this folder.\n\n${parts.join('\n')}`;
}

function licenseOf(folder: string): string {
	const path = join(repository, folder);
	const {
		name,
		version,
		license,
		author = name,
	} = manifest.parse(JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')));
	const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
	const text =
		file === undefined
			? `Licence: ${license}. Copyright (c) ${author}`
			: readFileSync(join(path, file), 'utf8').trim();
	return `${name} ${version}\n${'-'.repeat(name.length + version.length + 1)}\n${text}\n`;
}

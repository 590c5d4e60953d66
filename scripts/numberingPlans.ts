import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import type { MetadataJson } from 'libphonenumber-js/core';

/** Where a country's metadata holds how its numbers are grouped for reading (libphonenumber-js, METADATA.md). */
const formats = 4;

/**
 * Leaves out of libphonenumber's metadata what only its formatting uses, almost half of it: the packages read numbers,
 * and send them as E.164.
 */
export function withoutFormats(metadata: MetadataJson): MetadataJson {
	const strip = (plans: Record<string, unknown[]>) =>
		Object.fromEntries(Object.entries(plans).map(([name, plan]) => [name, plan.with(formats, 0)]));
	return Object.assign({}, metadata, {
		countries: strip(metadata.countries),
		nonGeographic: strip(metadata.nonGeographic),
	});
}

/** For esbuild: puts the metadata into a bundle as JSON, which is smaller than an object as esbuild prints it. */
export const numberingPlans: Plugin = {
	name: 'numbering-plans',
	setup({ onLoad, onEnd }) {
		let isUsed = false;
		let isFound = false;
		onLoad({ filter: /libphonenumber-js[\\/]mobile[\\/]/ }, () => {
			isUsed = true;
			return undefined;
		});
		onLoad({ filter: /libphonenumber-js[\\/]metadata\.mobile\.json\.js$/ }, async ({ path }) => {
			isFound = true;
			const metadata = withoutFormats(JSON.parse(await readFile(path.replace(/\.js$/, ''), 'utf8')));
			return { contents: `export default JSON.parse(String.raw\`${JSON.stringify(metadata)}\`);` };
		});
		onEnd(() => {
			if (isUsed && !isFound)
				throw new Error('The metadata of libphonenumber-js was not found where it was.');
		});
	},
};

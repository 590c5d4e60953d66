import { join } from 'node:path';
import { z } from 'zod';
import { npm } from '../n8n-host/npm';

const packed = z.array(z.object({ filename: z.string() })).nonempty();

/**
 * Packs a built package as it would be published.
 * @param packageFolder the folder of its package.json, e.g. the repository
 * @param into an existing folder for the tarball
 * @returns the path of the tarball
 * @throws Error when npm refuses
 */
export async function packPackage(packageFolder: string, into: string): Promise<string> {
	const answer = await npm(['pack', '--json', '--pack-destination', into], { cwd: packageFolder });
	return join(into, packed.parse(JSON.parse(answer))[0].filename);
}

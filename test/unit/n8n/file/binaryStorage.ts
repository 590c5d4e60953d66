import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** n8n's own store of binary data, in a folder of its own. */
export interface BinaryStorage {
	folder: string;
	/** Everything in the folder that is a file. */
	files(): string[];
	close(): void;
}

/** Makes n8n store binary data on the disk, as it does in regular mode. */
export async function onDisk(): Promise<BinaryStorage> {
	const folder = mkdtempSync(join(tmpdir(), 'binary-data-'));
	const config = Container.get(BinaryDataConfig);
	config.mode = 'filesystem';
	config.localStoragePath = folder;
	await useService();
	return {
		folder,
		files: () =>
			existsSync(folder)
				? readdirSync(folder, { recursive: true, withFileTypes: true })
						.filter((entry) => entry.isFile())
						.map(({ name }) => name)
						.sort()
				: [],
		close: () => {
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Makes n8n keep binary data in the items themselves. */
export async function inMemory(): Promise<BinaryStorage> {
	Container.get(BinaryDataConfig).mode = 'default';
	await useService();
	return { folder: '', files: () => [], close: () => {} };
}

async function useService(): Promise<void> {
	await Container.get(BinaryDataService).init();
}

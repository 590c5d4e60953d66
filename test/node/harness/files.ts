import { Container } from '@n8n/di';
import { parse } from 'csv-parse/sync';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { FormValues } from './nodeBench';

/** Where n8n keeps files. */
export const storageModes = ['filesystem', 'default'] as const;
type StorageMode = (typeof storageModes)[number];

/** n8n's own storage of files, for the tests of one suite. */
export class FileStorage {
	private readonly folder = mkdtempSync(join(tmpdir(), 'n8n-files-'));

	private constructor(private readonly service: BinaryDataService) {}

	static async use(mode: StorageMode): Promise<FileStorage> {
		const service = Container.get(BinaryDataService);
		const storage = new FileStorage(service);
		const config = Container.get(BinaryDataConfig);
		config.mode = mode;
		config.localStoragePath = storage.folder;
		await service.init();
		return storage;
	}

	/** An input item with a file in the binary field `data`, and others beside it if they are given. */
	async item(
		content: string | Buffer,
		fileName = 'contacts.csv',
		others: Record<string, string> = {},
	): Promise<INodeExecutionData> {
		const entries = Object.entries({ data: content, ...others });
		const binary = await Promise.all(
			entries.map(async ([field, bytes]) => [
				field,
				await this.store(bytes, field === 'data' ? fileName : `${field}.csv`),
			]),
		);
		return { json: {}, binary: Object.fromEntries(binary) };
	}

	/** The text of a file that a node has handed on. */
	async text(file: IBinaryData | undefined): Promise<string> {
		if (!file) throw new Error('There is no such file');
		return (await this.service.getAsBuffer(file)).toString('utf8');
	}

	/** The rows of such a file, by their titles. */
	async rows(file: IBinaryData | undefined): Promise<Array<Record<string, string>>> {
		const text = await this.text(file);
		return z
			.array(z.record(z.string()))
			.parse(parse(text, { columns: true, bom: true, relax_column_count: true }));
	}

	/** The names of the files on the disk, those that are still being written too. */
	onDisk(): string[] {
		if (!existsSync(this.folder)) return [];
		const entries = readdirSync(this.folder, { recursive: true, withFileTypes: true });
		return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
	}

	close(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}

	private async store(content: string | Buffer, fileName: string): Promise<IBinaryData> {
		const location = { type: 'execution', workflowId: 'test', executionId: 'before' } as const;
		return await this.service.store(location, Buffer.from(content), {
			mimeType: 'text/csv',
			fileName,
			data: '',
		});
	}
}

/** The form of "Add From File". */
export function fileParameters(campaignId: string | number, more: FormValues = {}): FormValues {
	return {
		resource: 'contact',
		operation: 'addFromFile',
		campaignId: { __rl: true, mode: 'id', value: String(campaignId) },
		binaryProperty: 'data',
		columnsFrom: 'titles',
		extractedData: 'none',
		ifDuplicate: 'skip',
		...more,
	};
}

/** A file of a small customer list, with numbers that Altur takes. */
export function customerFile(count: number, from = 0): string {
	const lines = Array.from({ length: count }, (_, index) => {
		const number = from + index;
		return `+5255${String(10_000_000 + number)},Cliente ${number},crm-${number}`;
	});
	return ['Phone,Name,ID', ...lines].join('\n');
}

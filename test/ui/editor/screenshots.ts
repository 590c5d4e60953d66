import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { repository } from '../../../scripts/repository';

const results = join(repository, 'test-results', 'ui');
const documents =
	process.env.UPDATE_SCREENSHOTS === '1'
		? join(repository, 'docs', 'screenshots')
		: join(results, 'docs', 'screenshots');

/** Bytes; pictures in a README should load at once. */
const largestPicture = 150_000;

const fileName = (words: string) =>
	words
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 90);

/** Pictures of the editor: each step of a test, and those that the documents show. */
export class Screenshots {
	private readonly folder: string;
	private count = 0;

	/** @param suite the name of its folder in `test-results/ui`, which is emptied */
	constructor(
		private readonly page: Page,
		suite: string,
	) {
		this.folder = join(results, suite);
		rmSync(this.folder, { recursive: true, force: true });
		mkdirSync(this.folder, { recursive: true });
	}

	/** Keeps what is seen now, numbered in order. */
	async take(step: string): Promise<void> {
		this.count += 1;
		const name = `${String(this.count).padStart(2, '0')}-${fileName(step)}.png`;
		await this.page.screenshot({ path: join(this.folder, name), animations: 'disabled' });
	}

	/**
	 * Makes a picture of README or `docs/`: in `docs/screenshots` with `UPDATE_SCREENSHOTS=1`, otherwise in
	 * `test-results/ui/docs/screenshots`, so that an ordinary run changes no file of the repository.
	 *
	 * @param part what to show of the window; without it all of it
	 * @param height of the window, for a long form
	 * @throws Error when the picture is larger than 150 kB
	 */
	async forDocuments(name: string, part?: Locator, height?: number): Promise<void> {
		const size = this.page.viewportSize();
		if (height && size) await this.page.setViewportSize({ ...size, height });
		const picture = await (part ?? this.page).screenshot({ animations: 'disabled' });
		if (height && size) await this.page.setViewportSize(size);
		if (picture.length > largestPicture) {
			throw new Error(`The picture ${name} has ${picture.length} bytes, more than ${largestPicture}.`);
		}
		mkdirSync(documents, { recursive: true });
		writeFileSync(join(documents, `${name}.png`), picture);
	}
}

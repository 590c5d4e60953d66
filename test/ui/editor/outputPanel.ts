import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import type { Choices } from './choices';

/** A message on a node that did not succeed: what happened, and what to do. */
export interface NodeMessage {
	title: string;
	description: string;
}

/** The right side of a node's panel: what left the node, or why nothing did. */
export class OutputPanel {
	constructor(
		private readonly page: Page,
		private readonly choices: Choices,
	) {}

	/**
	 * Waits until results or a message are shown. The editor remembers how a person last looked at results; here rows are
	 * looked at as a table.
	 */
	async settled(): Promise<void> {
		const shown = ['table', '[data-test-id^="ndv-binary-data"]', '[data-test-id="run-data-schema-item"]'];
		const nothing = ['[data-test-id="node-error-message"]', '[class*="noOutputData"]'];
		await this.panel
			.locator([...shown, ...nothing].join(', '))
			.first()
			.waitFor();
		const schema = this.panel
			.getByTestId('radio-button-schema')
			.and(this.panel.locator('[aria-checked="true"]'));
		if (await schema.isVisible()) await this.openTable();
	}

	/** The hint above the results. */
	async hint(): Promise<string> {
		return (await this.panel.getByTestId('node-hint').first().innerText()).trim();
	}

	/** All hints above the results, as one text. */
	async hints(): Promise<string> {
		await this.hint();
		return (await this.panel.getByTestId('node-hint').allInnerTexts()).join(' ').replace(/\s+/g, ' ').trim();
	}

	/** The table's rows as texts, by column title. */
	async rows(): Promise<Array<Record<string, string>>> {
		const table = this.panel.locator('table').first();
		await table.waitFor();
		const titles = (await table.locator('thead th').allInnerTexts()).map((title) => title.trim());
		const rows = await table.locator('tbody tr').all();
		return await Promise.all(
			rows.map(async (row) => {
				const cells = (await row.locator('td').allInnerTexts()).map((cell) => cell.trim());
				return Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? '']));
			}),
		);
	}

	/** Shows the results as a table, where n8n shows the files first. */
	async openTable(): Promise<void> {
		await this.panel.getByTestId('radio-button-table').click();
	}

	/** The names of the files of the first item, by the binary fields that hold them. */
	async files(): Promise<Record<string, string>> {
		await this.cards.first().waitFor();
		const texts = await this.cards.allInnerTexts();
		return Object.fromEntries(
			texts.map((text) => {
				const [field = '', , name = ''] = text.split('\n').filter((line) => line.trim() !== '');
				return [field.trim(), name.trim()];
			}),
		);
	}

	/** Downloads a file, and reads it. */
	async download(field: string): Promise<string> {
		const card = this.cards.filter({ has: this.page.getByText(field, { exact: true }) });
		const text = await this.downloaded(card.getByTestId('ndv-download-binary-data'));
		this.choices.note(`download: ${field}`);
		return text;
	}

	/** Clicks on a link in the message of a node that did not succeed, and reads the file behind it. */
	async downloadLink(name: string): Promise<string> {
		return await this.downloaded(this.panel.getByTestId('node-error-description').getByText(name));
	}

	/** The names of the branches. */
	async branches(): Promise<string[]> {
		return (await this.tabs.allInnerTexts()).map((name) => name.replace(/\s+/g, ' ').trim());
	}

	/** Shows what left one of the branches. */
	async openBranch(name: string): Promise<void> {
		await this.tabs.filter({ hasText: name }).click();
	}

	/** Waits for the message of a node that did not succeed. */
	async message(): Promise<NodeMessage> {
		const title = this.panel.getByTestId('node-error-message');
		await title.waitFor();
		const description = this.panel.getByTestId('node-error-description');
		return {
			title: (await title.innerText()).trim(),
			description: (await description.count()) > 0 ? (await description.innerText()).trim() : '',
		};
	}

	/** A link may open a window of its own for it. */
	private async downloaded(button: Locator): Promise<string> {
		const download = new Promise<Download>((resolve) => {
			this.page.once('download', resolve);
			this.page.once('popup', (popup) => popup.once('download', resolve));
		});
		await button.click();
		return await readFile(await (await download).path(), 'utf8');
	}

	private get cards() {
		return this.panel.locator('[data-test-id^="ndv-binary-data"]');
	}

	private get tabs() {
		return this.panel.getByTestId('branches').locator('[class*="tab"][id], [role="tab"]');
	}

	private get panel() {
		return this.page.getByTestId('output-panel');
	}
}

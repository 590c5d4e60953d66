import type { Page } from 'playwright-core';
import type { Choices } from './choices';

/** The panel in which a person searches for a node and picks what it is to do. */
export class NodeCreator {
	constructor(
		private readonly page: Page,
		private readonly choices: Choices,
	) {}

	/** Types into the search. */
	async search(words: string): Promise<void> {
		await this.page.getByTestId('node-creator-search-bar').fill(words);
	}

	/** Searches, waits until the expected node leads the list, and returns all titles in it. */
	async find(words: string, expected: string): Promise<string[]> {
		await this.search(words);
		const titles = this.page.getByTestId('node-creator-item-name');
		await titles.first().filter({ hasText: expected }).waitFor();
		return await titles.allInnerTexts();
	}

	/** Waits until an entry is in the list, and returns all titles in it. */
	async titles(expected: string): Promise<string[]> {
		const titles = this.page.getByTestId('node-creator-item-name');
		await titles.getByText(expected, { exact: true }).first().waitFor();
		return await titles.allInnerTexts();
	}

	/** Adds an entry of the list as it opens, which the search calls otherwise: "Trigger manually" is "Manual Trigger" there. */
	async add(title: string): Promise<void> {
		await this.pick(title);
		this.choices.note(`node: ${title}`);
	}

	/** Searches for a node, and adds it by one of its actions: finding the node is part of that choice. */
	async addByAction(words: string, title: string, action: string): Promise<void> {
		await this.search(words);
		await this.pick(title);
		await this.pick(action);
		this.choices.note(`node: ${title}, ${action}`);
	}

	/** Scrolls the list until an entry is seen. */
	async scrollTo(title: string): Promise<void> {
		const entry = this.page.getByTestId('node-creator-item-name').getByText(title, { exact: true }).first();
		await entry.scrollIntoViewIfNeeded();
		await entry.hover();
	}

	/** Clicks on an entry of the list. */
	async pick(title: string): Promise<void> {
		await this.page.getByTestId('node-creator-item-name').getByText(title, { exact: true }).first().click();
	}
}

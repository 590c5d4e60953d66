import type { Locator, Page } from 'playwright-core';
import type { Choices } from './choices';
import { drag } from './drag';
import type { Notices } from './notices';
import { OutputPanel, type NodeMessage } from './outputPanel';

/** The panel of a node: its input, its form, its output. Fields are named as they are stored. */
export class NodePanel {
	readonly output: OutputPanel;

	constructor(
		private readonly page: Page,
		private readonly choices: Choices,
		private readonly notices: Notices,
	) {
		this.output = new OutputPanel(page, choices);
	}

	get panel(): Locator {
		return this.page.getByTestId('ndv');
	}

	/** The form between input and output. */
	get form(): Locator {
		return this.panel.getByTestId('node-parameters');
	}

	field(name: string): Locator {
		return this.panel.getByTestId(`parameter-input-${name}`);
	}

	/** Opens the list of a field that has one, and types into its search. */
	async searchList(name: string, words: string): Promise<void> {
		const entries = this.page.getByTestId('rlc-item');
		await this.panel.getByTestId(`resource-locator-${name}`).getByTestId('rlc-input').click();
		await entries.first().waitFor();
		if (words !== '') await this.page.getByTestId('rlc-search').fill(words);
	}

	/** The entries of the open list. */
	get listEntries(): Locator {
		return this.page.getByTestId('rlc-item');
	}

	/** Opens the list of a field, searches in it, and picks. */
	async pickFromList(name: string, words: string, entry: string): Promise<void> {
		await this.searchList(name, words);
		await this.listEntries.getByText(entry).first().click();
		this.choices.note(`${name}: ${entry}`);
	}

	/** Picks an option of a drop-down. */
	async pickOption(name: string, option: string): Promise<void> {
		await this.field(name).last().click();
		await this.pickShown(option);
		this.choices.note(`${name}: ${option}`);
	}

	/** Switches a toggle on. */
	async switchOn(name: string): Promise<void> {
		await this.field(name).locator('.el-switch').click();
		this.choices.note(`${name}: on`);
	}

	/** Types into a field. */
	async type(name: string, text: string): Promise<void> {
		const field = this.field(name).last();
		await field.locator('input, textarea').last().fill(text);
		this.choices.note(`${name}: ${text}`);
	}

	/** Presses "Add Field" or "Add Option" of the form's collection, and picks what is to be added. */
	async addField(entry: string): Promise<void> {
		await this.panel.getByTestId('collection-parameter-add').last().click();
		await this.pickShown(entry);
		this.choices.note(`add: ${entry}`);
	}

	/** Presses "Add Option" of the last collection, which has one entry only and adds it at once. */
	async addOnlyField(): Promise<void> {
		await this.panel.getByTestId('collection-parameter-add').last().click();
	}

	/** Presses the button of a group that is empty so far, e.g. "Add Window". */
	async addGroup(name: string): Promise<void> {
		await this.panel.getByTestId(`fixed-collection-${name}`).getByTestId('fixed-collection-add').click();
		this.choices.note(`add: ${name}`);
	}

	/** Drags a column of the input into a field; again if the field did not take it, as a person would. */
	async dragColumn(column: string, field: string): Promise<void> {
		const from = this.panel
			.getByTestId('ndv-input-panel')
			.getByTestId('run-data-schema-item')
			.getByText(column)
			.first();
		const to = this.field(field).last();
		const taken = to.getByText(column).first();
		for (let attempt = 1; attempt < 4; attempt++) {
			await drag(this.page, from, to);
			const isTaken = await taken.waitFor({ timeout: 4000 }).then(
				() => true,
				() => false,
			);
			if (isTaken) break;
		}
		await taken.waitFor();
		this.choices.note(`${field}: column ${column}`);
	}

	async openSettings(): Promise<void> {
		await this.panel.getByTestId('tab-settings').click();
	}

	async openParameters(): Promise<void> {
		await this.panel.getByTestId('tab-params').click();
	}

	/** Presses "Execute step" and waits until the node has run, well or badly. */
	async execute(): Promise<void> {
		await this.notices.closeAll();
		await this.panel.getByTestId('node-execute-button').first().click();
		await this.notices.runEnded();
		await this.output.settled();
	}

	/** Presses "Execute step" and reads the message on the node, which did not succeed. */
	async executeBadly(): Promise<NodeMessage> {
		await this.execute();
		return await this.output.message();
	}

	/** Presses "Execute step" and reads why n8n does not even start. */
	async executeInVain(): Promise<NodeMessage> {
		await this.notices.closeAll();
		await this.panel.getByTestId('node-execute-button').first().click();
		return await this.notices.notStarted();
	}

	async close(): Promise<void> {
		await this.panel.getByTestId('ndv-close-button').click();
		await this.panel.waitFor({ state: 'hidden' });
	}

	private async pickShown(entry: string): Promise<void> {
		await this.page
			.locator('.el-select-dropdown__item:visible')
			.filter({ hasText: beginningWith(entry) })
			.first()
			.click();
	}
}

/** An option shows its name first, and may go on with a description. */
function beginningWith(words: string): RegExp {
	return new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

import type { Locator, Page } from 'playwright-core';
import type { Choices } from './choices';
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
		this.output = new OutputPanel(page);
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

	/** Says how the columns are mapped. */
	async pickMapping(mode: string): Promise<void> {
		await this.panel.getByTestId('mapping-mode-select').click();
		await this.pickShown(mode);
		this.choices.note(`columns: ${mode}`);
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

	/** Presses the button of a group that is empty so far, e.g. "Add Window". */
	async addGroup(name: string): Promise<void> {
		await this.panel.getByTestId(`fixed-collection-${name}`).getByTestId('fixed-collection-add').click();
		this.choices.note(`add: ${name}`);
	}

	/** Drags a column of the input into a field. */
	async dragColumn(column: string, field: string): Promise<void> {
		const from = this.panel
			.getByTestId('ndv-input-panel')
			.getByTestId('run-data-schema-item')
			.getByText(column);
		const to = this.field(field).last();
		await to.scrollIntoViewIfNeeded();
		const [start, end] = await Promise.all([from.first().boundingBox(), to.boundingBox()]);
		if (!start || !end) throw new Error(`Cannot drag ${column} to ${field}: one of them is not to be seen.`);
		await this.page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
		await this.page.mouse.down();
		await this.page.mouse.move(start.x + 40, start.y + 20, { steps: 4 });
		await this.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 10 });
		await this.page.mouse.up();
		await to.getByText(column).first().waitFor();
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

import type { Locator, Page } from 'playwright-core';
import type { Notices } from './notices';
import type { NodeCreator } from './nodeCreator';

/** The canvas on which a person puts nodes together. */
export class Canvas {
	private saved: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly page: Page,
		private readonly url: string,
		private readonly creator: NodeCreator,
		private readonly notices: Notices,
	) {}

	/** Opens an empty canvas. */
	async openNew(): Promise<void> {
		this.saved = this.page
			.waitForResponse(
				(response) =>
					response.request().method() === 'POST' && new URL(response.url()).pathname === '/rest/workflows',
			)
			.catch(() => undefined);
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('canvas-add-button').first().waitFor();
	}

	/** Waits until n8n has stored the new workflow by itself, which some lists of its own nodes need. */
	async untilSaved(): Promise<void> {
		await this.saved;
	}

	/** Opens a stored workflow. */
	async open(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Clicks on the plus of an empty canvas. */
	async addFirst(): Promise<NodeCreator> {
		await this.page.getByTestId('canvas-add-button').getByRole('button').first().click();
		return this.creator;
	}

	/** Clicks on the plus behind an output of a node. */
	async addBehind(node: string, output = 0): Promise<NodeCreator> {
		await this.output(node, output).getByTestId('canvas-handle-plus').click();
		return this.creator;
	}

	/** Draws a line from an output of a node to the input of another. */
	async connect(node: string, output: number, target: string): Promise<void> {
		const from = this.output(node, output).locator('.vue-flow__handle, [class*="dot"]').first();
		const to = this.node(target).getByTestId('canvas-node-input-handle').first();
		await from.dragTo(to, { force: true });
		await this.edges(node, target).first().waitFor({ state: 'attached' });
	}

	/** The lines from one node to another. */
	edges(from: string, to: string): Locator {
		return this.page.locator(
			`[data-test-id="edge"][data-source-node-name="${from}"][data-target-node-name="${to}"]`,
		);
	}

	/** What is written at the outputs of a node, from top to bottom. */
	async outputLabels(node: string): Promise<string[]> {
		const outputs = this.page.locator(`[data-test-id="canvas-node-output-handle"][data-node-name="${node}"]`);
		return await outputs.locator('[class*="outputLabel"]').allInnerTexts();
	}

	/** How many items left an output, as written on the line: "3 items". Waits until it is written. */
	async itemsAt(node: string, target: string): Promise<string> {
		const label = this.page.locator(
			`[data-test-id="edge-label"][data-source-node-name="${node}"][data-target-node-name="${target}"]`,
		);
		const written = label.filter({ hasText: /\d/ }).first();
		await written.waitFor();
		return (await written.innerText()).trim();
	}

	/** Presses "Execute workflow" and waits until all has run, well or badly. */
	async execute(): Promise<void> {
		await this.notices.closeAll();
		await this.page.getByTestId('execute-workflow-button').click();
		await this.notices.runEnded();
	}

	/** Opens a node's panel by a double click. */
	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.page.getByTestId('ndv').waitFor();
	}

	/** Shows all nodes, nothing marked. */
	async showAll(): Promise<void> {
		await this.page.getByTestId('canvas-background').click({ position: { x: 200, y: 200 }, force: true });
		await this.page.getByTestId('zoom-to-fit').click();
		await this.page.mouse.move(700, 140);
	}

	/** Waits until a node shows this picture, e.g. after the theme has changed. */
	async untilIcon(node: string, file: string): Promise<void> {
		await this.node(node).locator(`img[src*="${file}"]`).waitFor();
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	private output(node: string, output: number): Locator {
		return this.page.locator(
			`[data-test-id="canvas-node-output-handle"][data-node-name="${node}"][data-index="${output}"]`,
		);
	}
}

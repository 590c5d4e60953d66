import type { Locator, Page } from 'playwright-core';
import { curvePoints, type Box, type DrawnCanvas, type DrawnNote, type Point } from '../../canvas/drawn';

/** What is drawn of a node: itself, its name and subtitle, the words at its outputs, and the plus behind it. */
const partsOfNode = [
	'[data-canvas-node-render-type]',
	'[class*="_label_"]',
	'[class*="_subtitle_"]',
	'[class*="outputLabel"]',
	'[data-test-id="canvas-handle-plus-wrapper"]',
].join();

/** How the canvas is moved and enlarged. */
interface View extends Point {
	zoom: number;
}

/** Measures what the browser has drawn on the canvas that is open, in pixels of the canvas. */
export async function drawnCanvas(page: Page): Promise<DrawnCanvas> {
	const view = await viewOf(page);
	const notes: DrawnNote[] = [];
	for (const sticky of await page.getByTestId('sticky').all()) notes.push(await drawnNote(sticky, view));
	const nodes: DrawnCanvas['nodes'] = [];
	const drawnNodes = page.locator('[data-test-id="canvas-node"][data-node-name]');
	for (const node of await drawnNodes.filter({ hasNot: page.getByTestId('sticky') }).all()) {
		const parts: Box[] = [];
		for (const part of await node.locator(partsOfNode).all()) parts.push(...(await boxOf(part, view)));
		nodes.push({
			name: (await node.getAttribute('data-node-name')) ?? '',
			left: Math.min(...parts.map(({ left }) => left)),
			top: Math.min(...parts.map(({ top }) => top)),
			right: Math.max(...parts.map(({ right }) => right)),
			bottom: Math.max(...parts.map(({ bottom }) => bottom)),
		});
	}
	const lines: DrawnCanvas['lines'] = [];
	for (const edge of await page.getByTestId('edge').all()) lines.push(await drawnLine(edge));
	return { notes, nodes, lines };
}

async function viewOf(page: Page): Promise<View> {
	const pane = page.locator('.vue-flow__transformationpane');
	const style = (await pane.getAttribute('style')) ?? '';
	const zoom = Number(/scale\(([\d.]+)\)/.exec(style)?.[1]);
	const corner = await pane.boundingBox();
	if (!corner || !(zoom > 0))
		throw new Error(`The canvas is enlarged in a way that is not known here: ${style}`);
	return { x: corner.x, y: corner.y, zoom };
}

/** Where an element is on the canvas; nothing when it is not drawn. */
async function boxOf(element: Locator, { x, y, zoom }: View): Promise<Box[]> {
	const box = await element.boundingBox();
	if (!box || box.width === 0) return [];
	return [
		{
			left: (box.x - x) / zoom,
			top: (box.y - y) / zoom,
			right: (box.x + box.width - x) / zoom,
			bottom: (box.y + box.height - y) / zoom,
		},
	];
}

async function drawnNote(sticky: Locator, view: View): Promise<DrawnNote> {
	const heading = sticky.locator('h1, h2, h3').first();
	const [note] = await boxOf(sticky, view);
	const [text] = await boxOf(heading.locator('xpath=..'), view);
	if (!note || !text) throw new Error('A sticky note is not drawn.');
	return { title: await heading.innerText(), overflow: text.bottom - note.bottom, ...note };
}

async function drawnLine(edge: Locator): Promise<{ name: string; points: Point[] }> {
	const from = (await edge.getAttribute('data-source-node-name')) ?? '';
	const to = (await edge.getAttribute('data-target-node-name')) ?? '';
	const path = (await edge.locator('path').first().getAttribute('d')) ?? '';
	const [a, b, c, d] = [...path.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => ({
		x: Number(x),
		y: Number(y),
	}));
	if (!/^M[^A-Z]*C[^A-Z]*$/.test(path) || !a || !b || !c || !d) {
		throw new Error(`The line ${from} to ${to} is no single curve: ${path}`);
	}
	return { name: `${from} to ${to}`, points: curvePoints(a, b, c, d) };
}

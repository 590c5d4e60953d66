import type { Page } from 'playwright-core';
import type { Box, DrawnCanvas, Point } from '../../canvas/drawn';

/** What is drawn of a node: itself, its name and subtitle, the words at its outputs, and the plus behind it. */
const partsOfNode = [
	'[data-canvas-node-render-type]',
	'[class*="_label_"]',
	'[class*="_subtitle_"]',
	'[class*="outputLabel"]',
	'[data-test-id="canvas-handle-plus-wrapper"]',
].join();

/** What the browser measured, in pixels of the window. */
interface Measured {
	/** Pixels of the window for one of the canvas. */
	zoom: number;
	notes: Array<Box & { title: string; textBottom: number }>;
	nodes: Array<{ name: string; parts: Box[] }>;
	lines: Array<{ name: string; points: Point[] }>;
}

/** Measures what the browser has drawn on the canvas that is open. */
export async function drawnCanvas(page: Page): Promise<DrawnCanvas> {
	const { zoom, notes, nodes, lines } = await page.evaluate(measure, partsOfNode);
	const enlarge = ({ left, top, right, bottom }: Box): Box => ({
		left: left / zoom,
		top: top / zoom,
		right: right / zoom,
		bottom: bottom / zoom,
	});
	return {
		notes: notes.map(({ title, textBottom, ...box }) => ({
			title,
			overflow: (textBottom - box.bottom) / zoom,
			...enlarge(box),
		})),
		nodes: nodes.map(({ name, parts }) => ({
			name,
			...enlarge({
				left: Math.min(...parts.map(({ left }) => left)),
				top: Math.min(...parts.map(({ top }) => top)),
				right: Math.max(...parts.map(({ right }) => right)),
				bottom: Math.max(...parts.map(({ bottom }) => bottom)),
			}),
		})),
		lines: lines.map(({ name, points }) => ({
			name,
			points: points.map(({ x, y }) => ({ x: x / zoom, y: y / zoom })),
		})),
	};
}

/** Runs in the browser, and so uses nothing but what is in it. */
function measure(parts: string): Measured {
	const boxOf = (element: Element) => {
		const { left, top, right, bottom } = element.getBoundingClientRect();
		return { left, top, right, bottom };
	};
	const notes = [...document.querySelectorAll('[data-test-id="sticky"]')].map((sticky) => {
		const heading = sticky.querySelector('h1, h2, h3');
		const text = heading?.parentElement;
		if (!heading || !text) throw new Error('A sticky note has no heading.');
		return { title: heading.textContent ?? '', textBottom: boxOf(text).bottom, ...boxOf(sticky) };
	});
	const nodes = [...document.querySelectorAll('[data-test-id="canvas-node"][data-node-name]')]
		.filter((node) => !node.querySelector('[data-test-id="sticky"]'))
		.map((node) => ({
			name: node.getAttribute('data-node-name') ?? '',
			parts: [...node.querySelectorAll(parts)].map(boxOf).filter(({ left, right }) => right > left),
		}));
	const lines = [...document.querySelectorAll('[data-test-id="edge"]')].map((edge) => {
		const from = edge.getAttribute('data-source-node-name') ?? '';
		const to = edge.getAttribute('data-target-node-name') ?? '';
		const path = edge.querySelector('path');
		const toWindow = path?.getScreenCTM();
		if (!path || !toWindow) throw new Error(`The line ${from} to ${to} is not drawn.`);
		const length = path.getTotalLength();
		const points = Array.from({ length: Math.ceil(length / 4) + 1 }, (_, step) => {
			const { x, y } = path.getPointAtLength(Math.min(step * 4, length)).matrixTransform(toWindow);
			return { x, y };
		});
		return { name: `${from} to ${to}`, points };
	});
	const view = document.querySelector('.vue-flow__transformationpane');
	if (!view) throw new Error('There is no canvas.');
	return { zoom: new DOMMatrix(getComputedStyle(view).transform).a, notes, nodes, lines };
}

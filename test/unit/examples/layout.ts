import { z } from 'zod';
import type { exampleWorkflow } from '../../../scripts/examples';
import { curvePoints, type Box, type DrawnCanvas, type Point } from '../../canvas/drawn';
import { estimatedHeight } from './noteText';

const placed = z.object({
	name: z.string(),
	type: z.string(),
	position: z.tuple([z.number(), z.number()]),
	onError: z.string().optional(),
	parameters: z.object({ output: z.unknown(), content: z.string().optional() }).passthrough(),
});
const size = z.object({ width: z.number(), height: z.number() });
const connections = z.record(
	z.object({ main: z.array(z.array(z.object({ node: z.string(), index: z.number() }))) }),
);

/** Pixels of n8n's canvas, measured in n8n 2.41. */
const node = { width: 96, height: 96, perFurtherOutput: 32, label: 64, labelWidth: 192, plus: 84 };
const sticky = 'n8n-nodes-base.stickyNote';

/** Works out what n8n draws of a workflow: where its nodes, lines and notes are, and how high the texts. */
export function layoutOf(workflow: ReturnType<typeof exampleWorkflow>): DrawnCanvas {
	const all = z.array(placed).parse(workflow.nodes);
	const links = connections.parse(workflow.connections);
	const nodes = all.filter(({ type }) => type !== sticky);
	const outputsOf = ({ name, type, onError, parameters }: z.infer<typeof placed>) =>
		Math.max(
			1,
			links[name]?.main.length ?? 0,
			(parameters.output === 'branches' ? 4 : type.endsWith('.if') ? 2 : 1) +
				(onError === 'continueErrorOutput' ? 1 : 0),
		);
	const heightOf = (one: z.infer<typeof placed>) =>
		node.height + Math.max(0, outputsOf(one) - 2) * node.perFurtherOutput;
	const start = (one: z.infer<typeof placed>, output: number): Point => ({
		x: one.position[0] + node.width,
		y: one.position[1] + (heightOf(one) * (output + 1)) / (outputsOf(one) + 1),
	});
	const end = (one: z.infer<typeof placed>): Point => ({
		x: one.position[0],
		y: one.position[1] + heightOf(one) / 2,
	});
	return {
		nodes: nodes.map((one) => ({
			name: one.name,
			...nodeBox(one.position, heightOf(one), one.name in links),
		})),
		lines: nodes.flatMap((from) =>
			(links[from.name]?.main ?? []).flatMap((targets, output) =>
				targets.map((target) => {
					const to = nodes.find(({ name }) => name === target.node);
					if (!to) throw new Error(`${from.name} leads to ${target.node}, which is no node.`);
					return { name: `${from.name} to ${to.name}`, points: curve(start(from, output), end(to)) };
				}),
			),
		),
		notes: all
			.filter(({ type }) => type === sticky)
			.map(({ position: [left, top], parameters }) => {
				const { width, height } = size.parse(parameters);
				const text = parameters.content ?? '';
				const title = (text.split('\n')[0] ?? '').replace(/^#+ /, '');
				const overflow = estimatedHeight(text, width) - height;
				return { title, overflow, left, top, right: left + width, bottom: top + height };
			}),
	};
}

/** A node, the name below it, and the plus behind it when nothing follows. */
function nodeBox([x, y]: [number, number], height: number, isConnected: boolean): Box {
	const beside = (node.labelWidth - node.width) / 2;
	return {
		left: x - beside,
		top: y,
		right: x + node.width + (isConnected ? beside : Math.max(beside, node.plus)),
		bottom: y + height + node.label,
	};
}

/** The curve that n8n draws between two nodes, as points. */
function curve(from: Point, to: Point): Point[] {
	const middle = (from.x + to.x) / 2;
	return curvePoints(from, { x: middle, y: from.y }, { x: middle, y: to.y }, to);
}

/** A rectangle; y grows downwards. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export interface Point {
	x: number;
	y: number;
}

/** A sticky note, and what is written on it. */
export interface DrawnNote extends Box {
	/** Its first line. */
	title: string;
	/** By how many pixels its text is higher than the note; below zero is room left. */
	overflow: number;
}

/** What stands on the canvas of a workflow, in pixels of the canvas. */
export interface DrawnCanvas {
	notes: DrawnNote[];
	/** Nodes, each with its name and subtitle below, and what stands at its outputs. */
	nodes: Array<Box & { name: string }>;
	/** Connections, as points a few pixels apart. */
	lines: Array<{ name: string; points: Point[] }>;
}

/** Points of the curve from `a` to `d` that leaves towards `b` and arrives from `c`, close enough that none is missed. */
export function curvePoints(a: Point, b: Point, c: Point, d: Point): Point[] {
	const steps = 200;
	return Array.from({ length: steps + 1 }, (_, step) => {
		const t = step / steps;
		const [wa, wb, wc, wd] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
		return {
			x: wa * a.x + wb * b.x + wc * c.x + wd * d.x,
			y: wa * a.y + wb * b.y + wc * c.y + wd * d.y,
		};
	});
}

/** So many pixels below its text a note may be empty: two lines. */
const mostRoom = 38;

const overlap = (one: Box, other: Box) =>
	one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const holds = ({ left, top, right, bottom }: Box, { x, y }: Point) =>
	x > left && x < right && y > top && y < bottom;

/**
 * What a person would mend in the notes of a workflow: what they cover, and text that does not fit.
 *
 * @returns a sentence for each thing
 */
export function flawsOf({ notes, nodes, lines }: DrawnCanvas): string[] {
	return notes.flatMap((note, index) => [
		...nodes
			.filter((node) => overlap(note, node))
			.map(({ name }) => `"${note.title}" lies over the node "${name}".`),
		...lines
			.filter(({ points }) => points.some((point) => holds(note, point)))
			.map(({ name }) => `"${note.title}" lies over the line ${name}.`),
		...notes
			.slice(index + 1)
			.filter((other) => overlap(note, other))
			.map(({ title }) => `"${note.title}" lies over the note "${title}".`),
		...(note.overflow > 0
			? [`The text of "${note.title}" is ${Math.ceil(note.overflow)} pixels higher than the note.`]
			: []),
		...(note.overflow < -mostRoom
			? [`${Math.ceil(-note.overflow)} pixels below the text of "${note.title}" are empty.`]
			: []),
	]);
}

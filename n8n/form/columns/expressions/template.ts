/** One step of a path: `.name`, `?.name` or `["name"]`. Optional or not, a missing parent reads as nothing. */
export type Path = readonly string[];

/** A piece of an expression that needs no evaluator: text as it stands, or a path below `$json`. */
export type Segment = { text: string } | { path: Path };

const placeholder = /\{\{([^{}]*)\}\}/g;
const step =
	/\s*(?:\?\.|\.)\s*([\p{L}_$][\p{L}\p{N}_$]*)|\s*(?:\?\.\s*)?\[\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)')\s*\]/uy;

/** Names that n8n's expression sandbox refuses or answers itself; what they mean is left to n8n. */
const reservedNames =
	/^(__.*|constructor|prototype|caller|callee|arguments|mainModule|binding|_load|_linkedBinding|get.*|set.*|define.*|prepareStackTrace)$/;

/**
 * Reads an n8n expression made of fixed text and plain paths: `{{ $json.a }}`, `{{ $json["a b"]?.c }}`,
 * `Hello {{ $json.name }}`. The grammar is that of n8n's template splitter (`@n8n/tournament`), narrowed until
 * no doubt is left.
 *
 * @param expression as stored in the workflow, without its leading "="
 * @returns the pieces in order, or undefined when anything in it needs n8n's own evaluator
 */
export function parseTemplate(expression: string): Segment[] | undefined {
	if (expression.includes('\\')) return undefined;
	const segments: Segment[] = [];
	let textFrom = 0;
	for (const match of expression.matchAll(placeholder)) {
		const path = parsePath(match[1] ?? '');
		if (!path) return undefined;
		if (match.index > textFrom) segments.push({ text: expression.slice(textFrom, match.index) });
		segments.push({ path });
		textFrom = match.index + match[0].length;
	}
	const rest = expression.slice(textFrom);
	if (rest !== '') segments.push({ text: rest });
	// "{{{" opens at its first two braces, so the third would be code.
	const isPlain = segments.every((segment) => 'path' in segment || !/\{\{|\}\}|\{$/.test(segment.text));
	return isPlain && segments.length > 0 ? segments : undefined;
}

function parsePath(code: string): Path | undefined {
	const trimmed = code.trim();
	if (!trimmed.startsWith('$json')) return undefined;
	const path: string[] = [];
	step.lastIndex = '$json'.length;
	while (step.lastIndex < trimmed.length) {
		const match = step.exec(trimmed);
		const name = match?.[1] ?? match?.[2] ?? match?.[3];
		if (name === undefined || reservedNames.test(name)) return undefined;
		path.push(name);
	}
	return path.length > 0 ? path : undefined;
}

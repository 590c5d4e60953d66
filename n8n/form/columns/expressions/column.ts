import { askEvaluator, readPath } from './readPath';
import { parseTemplate, type Segment } from './template';
import { topLevelNames } from './topLevelNames';

/** A field of the form, ready to be read for any row. */
export interface Column {
	/** How its values come about: the same for all rows, by a compiled path, or by n8n's evaluator row by row. */
	readonly kind: 'fixed' | 'compiled' | 'evaluated';
	/** Whether it comes to the same for every row, as far as its text shows: it mentions nothing of the row. */
	readonly isSameForAll: boolean;
	/** Columns of the input that it draws on, as far as its text shows them. */
	readonly drawsOn: readonly string[];
	/** @throws what n8n's evaluator throws, for an expression that n8n refuses */
	read(itemIndex: number): unknown;
}

/** Where a column gets its values from. */
export interface ColumnSource {
	/** The `$json` of an input item. */
	json(itemIndex: number): unknown;
	/** n8n's evaluator, given the expression without its leading "=" (`evaluateExpression` of n8n-core). */
	evaluate(expression: string, itemIndex: number): unknown;
}

/** A column that holds the same for every row. */
export function fixedColumn(value: unknown): Column {
	return { kind: 'fixed', isSameForAll: true, drawsOn: [], read: () => value };
}

/** Of what n8n offers to an expression, that which is the same for every row. */
const sameForAll =
	/\$\(\s*(?:"[^"]*"|'[^']*')\s*\)\s*\.\s*(?:first|last|all)\b|\$(?:now|today|execution|workflow|vars|runIndex)\b/g;

/** Whether an expression mentions anything else of n8n's, such as `$json`, `$input`, `$node`, `$itemIndex`. */
function mentionsRow(expression: string): boolean {
	return /\$|\bitem/i.test(expression.replace(sameForAll, ''));
}

/**
 * Makes a field of the form readable row by row.
 *
 * n8n's evaluator costs 0.1-0.5 ms per field and row and blocks n8n meanwhile, so fixed values and plain `$json`
 * paths are compiled once and read without it, with the same outcome.
 *
 * @param raw the field as stored in the workflow (`getNodeParameter` with `rawExpressions: true`)
 */
export function createColumn(raw: unknown, source: ColumnSource): Column {
	if (typeof raw !== 'string' || !raw.startsWith('=')) {
		return fixedColumn(raw);
	}
	const drawsOn = topLevelNames(raw);
	const expression = raw.slice(1);
	const evaluate = (itemIndex: number) => source.evaluate(expression, itemIndex);
	const segments = parseTemplate(expression);
	if (!segments) {
		return { kind: 'evaluated', isSameForAll: !mentionsRow(expression), drawsOn, read: evaluate };
	}
	return {
		kind: 'compiled',
		isSameForAll: segments.every((segment) => !('path' in segment)),
		drawsOn,
		read(itemIndex) {
			const value = readSegments(segments, source.json(itemIndex));
			return value === askEvaluator ? evaluate(itemIndex) : value;
		},
	};
}

function readSegments(segments: readonly Segment[], json: unknown): unknown {
	const [first] = segments;
	if (segments.length === 1 && first) return 'path' in first ? readPath(json, first.path) : first.text;
	let text = '';
	for (const segment of segments) {
		const part = 'path' in segment ? readPath(json, segment.path) : segment.text;
		if (part === askEvaluator || (typeof part === 'object' && part !== null)) return askEvaluator;
		// Beside text, n8n writes 0 and false as they are, and everything else that is empty as nothing.
		if (part === 0 || part === false || part) text += String(part);
	}
	return text;
}

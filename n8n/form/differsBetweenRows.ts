import type { IExecuteFunctions } from 'n8n-workflow';
import { createColumn } from './columns/expressions';

/** n8n works out an expression in a fraction of a millisecond, so not for each of a hundred thousand rows. */
const mostWorkedOut = 1000;

/**
 * Whether a field that holds for all rows comes to something else in some of them: a person has dragged a column into it,
 * and would get what stands in the first row.
 *
 * @param name of the field
 * @param first what it comes to in the first row
 */
export function differsBetweenRows(context: IExecuteFunctions, name: string, first: unknown): boolean {
	const items = context.getInputData();
	const column = createColumn(context.getNodeParameter(name, 0, '', { rawExpressions: true }), {
		json: (itemIndex) => items[itemIndex]?.json,
		evaluate: (expression, itemIndex) => context.evaluateExpression(expression, itemIndex),
	});
	if (column.isSameForAll) return false;
	const isCompiled = column.kind === 'compiled';
	// A list that an expression makes, such as all rows of another node, is not made a thousand times.
	if (!isCompiled && Array.isArray(first)) return false;
	const step = isCompiled ? 1 : Math.ceil(items.length / mostWorkedOut);
	const expected = written(first);
	for (let itemIndex = step; itemIndex < items.length; itemIndex += step) {
		if (written(readOf(column, itemIndex)) !== expected) return true;
	}
	return false;
}

/** What n8n cannot work out for a row is as good as nothing there. */
function readOf(column: ReturnType<typeof createColumn>, itemIndex: number): unknown {
	try {
		return column.read(itemIndex);
	} catch {
		return undefined;
	}
}

/** Nothing is the same however it is written. */
function written(value: unknown): string {
	return typeof value === 'string' ? value : (JSON.stringify(value ?? '') ?? '');
}

import ts from 'typescript';

/** How a call chain such as `describe.skip` or `it.each([...])` is spelled: its words, without what it is called with. */
function wordsOf(callee: ts.Expression): string[] {
	if (ts.isIdentifier(callee)) return [callee.text];
	if (ts.isPropertyAccessExpression(callee)) return [...wordsOf(callee.expression), callee.name.text];
	if (ts.isCallExpression(callee)) return wordsOf(callee.expression);
	if (ts.isTaggedTemplateExpression(callee)) return wordsOf(callee.tag);
	return [];
}

const ofTests = new Set(['it', 'test']);
const thatRun = new Set(['it', 'test', 'each', 'concurrent', 'describe']);

/**
 * The titles of the tests in a test file that run: not those that are skipped, still to be written, within a group
 * that is skipped, or only spoken of in a comment. Titles of `it.each` are as they are written, with `%s`.
 */
export function titlesOfTests(source: string): string[] {
	const titles: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node)) {
			const words = wordsOf(node.expression);
			const [first = ''] = words;
			const [title, body] = node.arguments;
			const isTitled = title !== undefined && ts.isStringLiteralLike(title) && body !== undefined;
			if (['xit', 'xtest', 'xdescribe'].includes(first)) return;
			if ((ofTests.has(first) || first === 'describe') && !words.every((word) => thatRun.has(word))) return;
			if (ofTests.has(first) && isTitled) titles.push(title.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('a.test.ts', source, ts.ScriptTarget.Latest));
	return titles;
}

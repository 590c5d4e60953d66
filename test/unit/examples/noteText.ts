/** Pixels of n8n's style of sticky notes, measured in n8n 2.41 (test/ui/examples.test.ts looks whether they still hold). */
const padding = { top: 9, sides: 26 };
const gap = 8;
const styles = {
	title: { lineHeight: 32.4, character: 11.7, indent: 0, above: 0 },
	subtitle: { lineHeight: 21.6, character: 8.4, indent: 0, above: 0 },
	text: { lineHeight: 18.9, character: 6.84, indent: 0, above: 0 },
	listItem: { lineHeight: 18.2, character: 6.9, indent: 20, above: 3.5 },
};

function styleOf(line: string): (typeof styles)[keyof typeof styles] {
	if (line.startsWith('## ')) return styles.title;
	if (line.startsWith('### ')) return styles.subtitle;
	return /^\d\. /.test(line) ? styles.listItem : styles.text;
}

/** Counts the lines that words take when they are wrapped at so many characters. */
function wrappedLines(text: string, most: number): number {
	let lines = 1;
	let used = 0;
	for (const word of text.split(' ')) {
		if (used > 0 && used + 1 + word.length > most) {
			lines += 1;
			used = word.length;
		} else {
			used += (used > 0 ? 1 : 0) + word.length;
		}
	}
	return lines;
}

/**
 * Estimates how high the text of a sticky note is.
 *
 * @param markdown headings, paragraphs and numbered lists, each paragraph in one line
 * @param width of the note, in pixels
 * @returns pixels from the note's upper edge to the lower edge of its last line
 */
export function estimatedHeight(markdown: string, width: number): number {
	const lines = markdown.split('\n').filter((line) => line !== '');
	return lines.reduce((height, line, index) => {
		const { lineHeight, character, indent, above } = styleOf(line);
		const shown = line.replace(/^(#+|\d\.) /, '').replace(/\*\*|[*`]/g, '');
		const wrapped = wrappedLines(shown, Math.floor((width - padding.sides - indent) / character));
		const isInList = indent > 0 && styleOf(lines[index + 1] ?? '').indent > 0;
		const isFirstInList = styleOf(lines[index - 1] ?? '').indent === 0;
		const below = isInList || index === lines.length - 1 ? 0 : gap;
		return height + (isFirstInList ? 0 : above) + wrapped * lineHeight + below;
	}, padding.top);
}

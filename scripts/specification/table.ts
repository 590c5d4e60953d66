/** Lines of a table for a terminal, each column as wide as its widest cell. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const widths = head.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
	);
	const line = (cells: readonly string[]): string =>
		cells
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd();
	return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** `200 x3, 404 x1` */
export function countsByStatus(counts: ReadonlyMap<number, number>): string {
	return [...counts]
		.sort(([a], [b]) => a - b)
		.map(([status, count]) => `${status} x${count}`)
		.join(', ');
}

/** A column of a table: its title, and the cell of each thing that is a row. */
export type Column<Thing> = [title: string, cell: (thing: Thing) => string];

/** Writes things as a Markdown table, a line each. */
export function toTable<Thing>(columns: ReadonlyArray<Column<Thing>>, things: readonly Thing[]): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`;
	return [
		line(columns.map(([title]) => title)),
		line(columns.map(() => '---')),
		...things.map((thing) => line(columns.map(([, cell]) => cell(thing)))),
	].join('');
}

const unless = (missing: boolean, text: string) => (missing ? '-' : text);

export const seconds = (milliseconds: number) =>
	unless(Number.isNaN(milliseconds), `${(milliseconds / 1000).toFixed(2)} s`);
export const count = (value: number) => new Intl.NumberFormat('en').format(value);
export const ratio = (value: number) => unless(Number.isNaN(value), value.toFixed(2));
export const percent = (part: number) => `${(part * 100).toFixed(1)} %`;

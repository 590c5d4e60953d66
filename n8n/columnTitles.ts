import { plainTitle, titleWords } from './titleWords';

/** The titles by which a field's columns are known. Lists are separated by commas, the surest first. */
export interface FieldTitles {
	/** Titles that mean this field and nothing else. */
	sure: string;
	/** Words that may stand beside sure titles and leave them sure, such as "work" in "Phone (work)". */
	beside?: string;
	/** Titles that may mean something else. */
	doubtful?: string;
	/** Whether a cell could be one of the field's. A doubtful column counts only if most of its cells could be. */
	fits?(text: string): boolean;
}

/** What a column's title says about it. */
export interface TitleMatch<Field extends string> {
	field: Field;
	/** The lower, the surer. */
	rank: number;
	sure: boolean;
}

/** A title with words beside it is less sure than any without. */
const rankBeside = 1000;

/** Knows what the title of a column means. */
export class ColumnTitles<Field extends string> {
	private readonly byTitle = new Map<string, TitleMatch<Field>>();
	private readonly besides: Array<[Field, ReadonlySet<string>]> = [];

	/** @param fields compared without accents, case and signs; of two fields with one title, the first has it */
	constructor(readonly fields: ReadonlyArray<readonly [name: Field, titles: FieldTitles]>) {
		for (const [field, { sure }] of fields) this.enlist(field, sure, true);
		for (const [field, { doubtful }] of fields) this.enlist(field, doubtful ?? '', false);
		for (const [field, { beside }] of fields) {
			if (beside !== undefined) this.besides.push([field, new Set(listed(beside))]);
		}
	}

	/** @returns which field the column fills; undefined when its title is not a usual one */
	match(title: string): TitleMatch<Field> | undefined {
		return (
			this.byTitle.get(plainTitle(title)) ??
			this.matchBeside(titleWords(title, false)) ??
			this.matchBeside(titleWords(title, true))
		);
	}

	private enlist(field: Field, titles: string, sure: boolean): void {
		for (const [rank, title] of listed(titles).entries()) {
			if (!this.byTitle.has(title)) this.byTitle.set(title, { field, rank, sure });
		}
	}

	/** A title whose words are sure titles themselves, and others that change nothing. */
	private matchBeside(words: readonly string[]): TitleMatch<Field> | undefined {
		for (const [field, beside] of this.besides) {
			const ranks = words
				.filter((word) => !beside.has(word))
				.map((word) => {
					const match = this.byTitle.get(word);
					return match?.sure === true && match.field === field ? match.rank : Infinity;
				});
			if (ranks.length > 0 && !ranks.includes(Infinity)) {
				return { field, rank: rankBeside + Math.min(...ranks), sure: true };
			}
		}
		return undefined;
	}
}

function listed(titles: string): string[] {
	return titles
		.split(',')
		.map(plainTitle)
		.filter((title) => title !== '');
}

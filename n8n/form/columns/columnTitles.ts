import { plainTitle, titleWords } from './titleWords';

/** The titles by which a field's columns are known. Lists are separated by commas, the surest first. */
export interface FieldTitles {
	/** Titles that mean this field and nothing else. */
	sure: string;
	/** Words and phrases that may stand beside sure titles and leave them sure, such as "work" in "Phone (work)". */
	beside?: string;
	/** Titles that may mean something else. */
	doubtful?: string;
	/** Whether a cell looks like one of the field's. A doubtful column counts only if most of its cells do. */
	fits?(text: string): boolean;
	/** Whether a cell may be meant for the field. Of several sure columns each row takes the surest whose cell may. */
	mayHold?(text: string): boolean;
	/**
	 * Titles that are not known and may mean this field as well, such as `Phone alt`: with such a column in the sheet, to
	 * take a doubtful one would be a guess.
	 */
	similar?: RegExp;
	/**
	 * Doubtful titles that mean something else when the sheet has another column whose title, without signs, is like
	 * this: `Número` with `Tipo de documento` is the number of that document.
	 */
	meansOther?: { doubtful: string; otherTitle: RegExp };
}

/** What a column's title says about it. */
export interface TitleMatch<Field extends string> {
	field: Field;
	/** The lower, the surer. */
	rank: number;
	sure: boolean;
}

/** As many words has a title or phrase at most that is known within a longer title: "con código de país". */
const maxPhraseWords = 4;

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

	/** @returns whether the title of a column, not a usual one, may mean the field all the same */
	isSimilar({ similar }: FieldTitles, title: string): boolean {
		return similar?.test(titleWords(title, true).join(' ')) === true && this.match(title) === undefined;
	}

	private enlist(field: Field, titles: string, sure: boolean): void {
		for (const [rank, title] of listed(titles).entries()) {
			if (!this.byTitle.has(title)) this.byTitle.set(title, { field, rank, sure });
		}
	}

	/** A title made up of sure titles and of words that change nothing. */
	private matchBeside(words: readonly string[]): TitleMatch<Field> | undefined {
		for (const [field, beside] of this.besides) {
			const rankOf = (phrase: string): number | undefined => {
				const match = this.byTitle.get(phrase);
				if (match?.sure === true && match.field === field) return match.rank;
				return beside.has(phrase) ? Infinity : undefined;
			};
			const rank = surestPhrase(words, rankOf);
			if (rank !== Infinity) return { field, rank: rankBeside + rank, sure: true };
		}
		return undefined;
	}
}

/**
 * Takes the longest known phrases from the left: in "Customer contact number" the words "contact" and "number" alone
 * would say nothing.
 *
 * @param rankOf Infinity for what changes nothing, undefined for what is not known
 * @returns the lowest rank of all phrases; Infinity when there is none, or when a word is not known
 */
function surestPhrase(words: readonly string[], rankOf: (phrase: string) => number | undefined): number {
	let surest = Infinity;
	for (let start = 0; start < words.length;) {
		let length = Math.min(maxPhraseWords, words.length - start);
		let rank: number | undefined;
		for (; length > 0; length -= 1) {
			rank = rankOf(words.slice(start, start + length).join(''));
			if (rank !== undefined) break;
		}
		if (rank === undefined) return Infinity;
		surest = Math.min(surest, rank);
		start += length;
	}
	return surest;
}

/** @returns the titles of a list as plainTitle has them */
export function listed(titles: string): string[] {
	return titles
		.split(',')
		.map(plainTitle)
		.filter((title) => title !== '');
}

import type { ListedTest, Row } from './document';

/** A test that has run. */
export interface RanTest {
	file: string;
	/** Without those of the groups around it. */
	title: string;
	passed: boolean;
}

/** What jest puts for a value into a title of `it.each`. */
const placeholder = /%[sdifjop#%]|\$#|\$[a-zA-Z][\w.]*/g;

/**
 * Finds what docs/engineering/fidelity.md promises and no test has kept: each test that a row refers to must have run and passed in
 * its file, all of its cases; one with `$code` in its title, for each code that the row names.
 *
 * @returns a sentence for each broken promise
 */
export function brokenPromises(
	rows: readonly Row[],
	tests: ReadonlyMap<string, ListedTest>,
	ran: readonly RanTest[],
): string[] {
	return rows.flatMap(({ section, names, tests: marks }) =>
		marks.flatMap((mark) => {
			const listed = tests.get(mark);
			if (!listed) return [`${section}: ${names.join(', ')} refers to ${mark}, which is not listed.`];
			return expectedTitles(listed.title, names).flatMap((title) => {
				const cases = ran.filter((test) => test.file === listed.file && title.test(test.title));
				const isKept = cases.length > 0 && cases.every(({ passed }) => passed);
				const state = cases.length === 0 ? 'was not run' : 'failed, or was skipped';
				return isKept
					? []
					: [`${section}: ${names.join(', ')}: ${mark} ${state} (${listed.file}, ${title.source}).`];
			});
		}),
	);
}

function expectedTitles(title: string, names: readonly string[]): RegExp[] {
	const codes = title.includes('$code')
		? names.filter((name) => /^[A-Z]+(_[A-Z]+)+$|^FORBIDDEN$/.test(name))
		: [];
	const titles = codes.length > 0 ? codes.map((code) => title.replace('$code', code)) : [title];
	return titles.map((one) => new RegExp(`^${one.split(placeholder).map(escaped).join('.*')}$`, 's'));
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

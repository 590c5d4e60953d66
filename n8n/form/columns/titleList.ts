/** A list of titles stays one that can be read, however many columns there are. */
const maxTitles = 20;
const maxTitleLength = 40;

/**
 * @param most titles that are named
 * @returns the titles of columns for a sentence, such as "phone, name and 3 more"; "none" for none
 */
export function listTitles(titles: readonly string[], most = maxTitles): string {
	const named = titles.filter((title) => title.trim() !== '').map(shortenTitle);
	const more = named.length > most ? [`and ${named.length - most} more`] : [];
	return [...named.slice(0, most), ...more].join(', ') || 'none';
}

/** Cuts a title that would fill the sentence alone. */
export function shortenTitle(title: string): string {
	return title.length > maxTitleLength ? `${title.slice(0, maxTitleLength)}…` : title;
}

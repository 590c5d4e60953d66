import { shorten } from '../messages';

/** So much is shown of a cell. */
const mostCharacters = 40;

/** What a cell or a title holds, for a hint: n8n shows that as HTML, and a cell may hold anything. */
export function plainText(text: string): string {
	return shorten(text, mostCharacters).replace(/[<>&]/g, '');
}

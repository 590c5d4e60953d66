/** @returns a title without accents, case, signs and spaces, so that `N° de Teléfono` is `ndetelefono` */
export function plainTitle(title: string): string {
	return unaccented(title)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Takes a title apart into its words, each without accents and case: `Phone2 (work)` is `phone`, `2` and `work`.
 *
 * @param atCapitals whether a capital begins a word, as in `mobilePhone`, but not in `WhatsApp`
 */
export function titleWords(title: string, atCapitals: boolean): string[] {
	const plain = unaccented(title);
	const apart = atCapitals ? plain.replace(/\p{Ll}(?=\p{Lu})/gu, '$& ') : plain;
	return apart
		.replace(/\p{L}(?=\p{N})/gu, '$& ')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
}

function unaccented(title: string): string {
	return title.normalize('NFKD').replace(/\p{M}/gu, '');
}

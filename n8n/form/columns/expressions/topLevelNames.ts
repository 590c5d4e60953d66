const topLevel =
	/\$(?:json|input\s*\.\s*item\s*\.\s*json)\s*(?:\??\.\s*)?(?:([\p{L}_$][\p{L}\p{N}_$]*)|\[\s*(?:"([^"]*)"|'([^']*)')\s*\])/gu;

/**
 * Lists the columns of the input that a field of the form draws on, as far as its text shows them.
 *
 * @param raw the field as stored in the workflow
 * @returns names directly below `$json`, which `$input.item.json` is too
 */
export function topLevelNames(raw: unknown): string[] {
	if (typeof raw !== 'string' || !raw.startsWith('=')) return [];
	return [...raw.matchAll(topLevel)].flatMap((match) => match[1] ?? match[2] ?? match[3] ?? []);
}

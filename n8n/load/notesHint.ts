import type { NodeExecutionHint } from 'n8n-workflow';

/**
 * Puts what is worth a word besides the sum of a run into one box above the output, a line each.
 *
 * @param notes as HTML; undefined for what there is nothing to say of
 * @param file whose rows they are about, if the run has several
 * @returns undefined when there is nothing to say
 */
export function notesHint(
	notes: ReadonlyArray<string | undefined>,
	file?: string,
): NodeExecutionHint | undefined {
	const said = notes.filter((note) => note !== undefined);
	if (said.length === 0) return undefined;
	const about = file === undefined ? '' : `${file}: `;
	return { type: 'info', location: 'outputPane', message: `${about}${said.join('<br>')}` };
}

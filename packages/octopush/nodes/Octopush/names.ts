import type { INodeProperties } from 'n8n-workflow';
import { valueToText } from '../../../../bulk/clean/text';
import { InputProblem } from '../../../../n8n/inputProblem';

/** "list_name [max-length : 30 chars]", "tag_name [max-length : 20 chars]" (vendor page "Add a contact"). */
export const maxLength = { list: 30, tag: 20 };

/** The name of a list. Octopush has no call that names the lists of an account, so there is none to pick from. */
export const listNameField: INodeProperties = {
	displayName: 'List Name',
	name: 'listName',
	type: 'string',
	default: '',
	placeholder: 'e.g. my_list',
	description: 'Name of the contact list in Octopush, at most 30 characters',
};

/**
 * Reads the name of a list or tag.
 *
 * @returns undefined when it is empty
 * @throws InputProblem when it is longer than Octopush takes
 */
export function readName(kind: 'list' | 'tag', value: unknown): string | undefined {
	const name = valueToText(value)?.trim();
	if (!name) return undefined;
	const label = kind === 'list' ? 'List Name' : 'Tag Name';
	if (name.length > maxLength[kind]) {
		throw new InputProblem(
			'NAME_TOO_LONG',
			`${label} "${name}" has ${name.length} characters, and Octopush takes at most ${maxLength[kind]}.`,
			'Shorten it.',
		);
	}
	return name;
}

/** @throws InputProblem when the name is empty, or longer than Octopush takes */
export function requireListName(value: unknown): string {
	const name = readName('list', value);
	if (name !== undefined) return name;
	throw new InputProblem('NO_LIST', 'List Name is empty.', 'Enter the name of a contact list in Octopush.');
}

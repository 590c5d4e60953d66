import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { Column } from '../../../../../../n8n/form/columns/expressions';
import { InputProblem } from '../../../../../../n8n/inputProblem';
import { listNameField, readName } from '../../names';

/** The form fields that say where contacts go. */
export const targetFields: INodeProperties[] = [
	{
		...listNameField,
		description: 'The list to which the contacts are added, at most 30 characters. Empty for none.',
	},
	{
		displayName: 'Tag Name',
		name: 'tagName',
		type: 'string',
		default: '',
		placeholder: 'e.g. vip',
		description: 'A tag that every contact gets, at most 20 characters. Empty for none.',
	},
];

/** The form fields that say what becomes of contacts that are there already, and of blacklisted ones. */
export const policyFields: INodeProperties[] = [
	{
		displayName: 'If Contact Exists',
		name: 'ifExists',
		type: 'options',
		default: 'overwrite',
		description: 'What to do when the phone number is in the account already',
		options: [
			{ name: 'Overwrite It', value: 'overwrite', description: 'The row comes back as updated' },
			{ name: 'Keep It as It Is', value: 'keep', description: 'The row comes back as skipped' },
		],
	},
	{
		displayName: 'Leave Out Blacklisted Numbers',
		name: 'removeBlacklisted',
		type: 'boolean',
		default: false,
		description: 'Whether Octopush leaves out numbers that are on its blacklist',
	},
];

/** Where a row goes, and what becomes of a number that is known already: what rows of one request share. */
export interface Target {
	listName: string | undefined;
	tagName: string | undefined;
	keep: boolean;
	removeBlacklisted: boolean;
}

/** The columns that say so. */
export interface TargetColumns {
	listName: Column;
	tagName: Column;
	ifExists: Column;
	removeBlacklisted: Column;
}

/**
 * Reads a row's target, whose parts may be expressions.
 *
 * @throws InputProblem when one of them is too long or of the wrong form
 */
export function readTarget(columns: TargetColumns, itemIndex: number): Target {
	return {
		listName: readName('list', columns.listName.read(itemIndex)),
		tagName: readName('tag', columns.tagName.read(itemIndex)),
		keep: readPolicy(columns.ifExists.read(itemIndex)) === 'keep',
		removeBlacklisted: readSwitch(columns.removeBlacklisted.read(itemIndex)),
	};
}

/** @throws InputProblem for a part that is wrong, and the same for all rows */
export function checkTarget({ listName, tagName, ifExists, removeBlacklisted }: TargetColumns): void {
	if (listName.isSameForAll) readName('list', listName.read(0));
	if (tagName.isSameForAll) readName('tag', tagName.read(0));
	if (ifExists.isSameForAll) readPolicy(ifExists.read(0));
	if (removeBlacklisted.isSameForAll) readSwitch(removeBlacklisted.read(0));
}

const policySchema = z.enum(['overwrite', 'keep']);
const switchSchema = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

function readPolicy(value: unknown): z.infer<typeof policySchema> {
	const policy = policySchema.safeParse(value);
	if (policy.success) return policy.data;
	throw new InputProblem(
		'INVALID_DUPLICATE_POLICY',
		'If Contact Exists is neither "overwrite" nor "keep".',
		'Choose one of the two from the list.',
	);
}

function readSwitch(value: unknown): boolean {
	const isOn = switchSchema.safeParse(value);
	if (isOn.success) return isOn.data;
	throw new InputProblem(
		'INVALID_SWITCH',
		'Leave Out Blacklisted Numbers is neither true nor false.',
		'Switch it on or off.',
	);
}

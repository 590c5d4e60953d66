import { z } from 'zod';
import type { Column } from '../../../../../bulk/columns';
import { InputProblem } from '../../../../../n8n/inputProblem';
import { readName } from '../listName';

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

const policySchema = z.enum(['overwrite', 'keep']);
const switchSchema = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/**
 * Reads a row's target, whose parts may be expressions.
 *
 * @throws InputProblem when one of them is too long or of the wrong form
 */
export function readTarget(columns: TargetColumns, itemIndex: number): Target {
	const policy = policySchema.safeParse(columns.ifExists.read(itemIndex));
	if (!policy.success) {
		throw new InputProblem(
			'INVALID_DUPLICATE_POLICY',
			'If Contact Exists is neither "overwrite" nor "keep".',
			'Choose one of the two from the list.',
		);
	}
	const removal = switchSchema.safeParse(columns.removeBlacklisted.read(itemIndex));
	if (!removal.success) {
		throw new InputProblem(
			'INVALID_SWITCH',
			'Remove Blacklisted Numbers is neither true nor false.',
			'Switch it on or off.',
		);
	}
	return {
		listName: readName('list', columns.listName.read(itemIndex)),
		tagName: readName('tag', columns.tagName.read(itemIndex)),
		keep: policy.data === 'keep',
		removeBlacklisted: removal.data,
	};
}

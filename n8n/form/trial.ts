import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { InputProblem } from '../inputProblem';
import { readOptions, wholeNumber } from './bulkOptions';
import type { StatusLabel } from './outputField';

const defaultRows = 10;
const mostRows = 100_000;

/** The option Trial, and how many rows a trial of the first ones sends. */
export const trialOptions: INodeProperties[] = [
	{
		displayName: 'Trial',
		name: 'trial',
		type: 'options',
		default: 'check',
		description:
			'Shows what a load would do before it does it: which rows would be sent, which would fail, and why. Switch it off for the real run.',
		options: [
			{ name: 'Off', value: 'off' },
			{ name: 'Check Only (Sends Nothing)', value: 'check' },
			{ name: 'Send the First Rows Only', value: 'first' },
		],
	},
	{
		displayName: 'Trial Rows',
		name: 'trialRows',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: mostRows, numberPrecision: 0 },
		default: defaultRows,
		displayOptions: { show: { trial: ['first'] } },
		description:
			'How many of the rows that can be sent are sent. The later ones are output as not_sent, and those that cannot be sent as failed.',
	},
];

/** What the person wants of a load. */
export type Trial = { mode: 'off' | 'check' } | { mode: 'first'; rows: number };

const modes = z.enum(['off', 'check', 'first']);
const rowsSchema = z.object({ trialRows: wholeNumber('Trial Rows', 1, mostRows) });

/**
 * Reads the options Trial and Trial Rows.
 *
 * @param itemIndex the item for which their expressions are worked out
 * @throws InputProblem when Trial is none of the list, whatever an expression gives: a trial that is meant must not
 * become a load; or when Trial Rows is out of its range, and counts
 */
export function readTrial(context: IExecuteFunctions, itemIndex = 0): Trial {
	// Not by readOptions, to which an expression that gives nothing is an option that is not set.
	const mode = modes.safeParse(context.getNodeParameter('options.trial', itemIndex, 'off')).data;
	if (mode === undefined) {
		throw new InputProblem('INVALID_OPTION', 'Trial must be one of the list.', 'Correct it under Options.');
	}
	if (mode !== 'first') return { mode };
	return { mode, rows: readOptions(context, rowsSchema, itemIndex).trialRows ?? defaultRows };
}

/**
 * Adds what rows come to in a trial to the statuses of an operation. Neither has a branch of its own: a workflow has
 * none for it, and must not take the row for one that was stored.
 *
 * @param inBranchOf the status in whose branch they leave
 */
export function withTrialStatuses(statuses: readonly StatusLabel[], inBranchOf: string): StatusLabel[] {
	return [
		{ status: 'ready', label: 'Ready', inBranchOf },
		...statuses,
		{ status: 'not_sent', label: 'Not sent', inBranchOf },
	];
}

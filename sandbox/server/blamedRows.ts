import type { DecidingFault } from './faultPlan';

type BlameRows = Extract<DecidingFault, { kind: 'blameRows' }>;

/** Whether any row has a number that the fault blames. */
export function blames(fault: BlameRows, numbers: readonly (string | undefined)[]): boolean {
	return numbers.some((number) => number !== undefined && fault.contacts.includes(number));
}

/**
 * The body that says which rows of a batch are refused, as Django REST framework nests it: a list with an entry
 * per row, `{}` for those that are well, or an object with the blamed ones by their index.
 */
export function blamedRows(fault: BlameRows, numbers: readonly (string | undefined)[]): unknown {
	const entries = numbers.map((number) =>
		number !== undefined && fault.contacts.includes(number) ? { [fault.field]: fault.messages } : {},
	);
	if (fault.shape === 'list') return { contacts: entries };
	const blamed = [...entries.entries()].filter(([, entry]) => Object.keys(entry).length > 0);
	return { contacts: Object.fromEntries(blamed) };
}

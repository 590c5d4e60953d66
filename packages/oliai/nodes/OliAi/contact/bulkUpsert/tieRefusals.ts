import { phoneDigits } from '../../../../../../bulk/clean/phone/cleanPhone';
import { joined, type RowError } from './rowErrors';

/** A row of the batch, as far as it matters for whose refusal a refusal is. */
interface SentRow {
	phoneNumber: string;
	/** Whether the answer lists its contact as stored. */
	isStored: boolean;
}

/** What OliAI says against the rows. */
interface TiedRefusals {
	/** By row of the batch: the reason, or that none is given. */
	byRow: Map<number, string>;
	/** Of refusals that are tied to no row. */
	ofSome?: string;
}

const numberInText = /\+?\d[\d\s().-]{5,}\d/g;

/**
 * Finds the row that each refusal is about: by its phone number, which tells rows of a batch apart, by its index, by
 * its row where the stored rows show how those are counted, or by a number in its sentence.
 */
export function tieRefusals(refusals: readonly RowError[], rows: readonly SentRow[]): TiedRefusals {
	const byPhone = new Map(rows.map(({ phoneNumber }, index) => [phoneDigits(phoneNumber), index]));
	const withPhone = (phone: string | undefined) =>
		phone === undefined ? undefined : byPhone.get(phoneDigits(phone));
	/** An index that points at a stored row is counted in a way that nobody knows. */
	const inBatch = (index: number | undefined) =>
		index !== undefined && rows[index]?.isStored === false ? index : undefined;
	const inText = (text = '') =>
		(text.match(numberInText) ?? [])
			.map(withPhone)
			.find((index) => index !== undefined && !rows[index]?.isStored);

	const first = firstRow(refusals, rows);
	const reasons = new Map<number, Array<string | undefined>>();
	const untied: Array<string | undefined> = [];
	for (const { reason, index, row, phone } of refusals) {
		const counted = row === undefined || first === undefined ? undefined : inBatch(row - first);
		const found = withPhone(phone) ?? inBatch(index) ?? counted ?? inText(reason);
		if (found !== undefined) reasons.set(found, [...(reasons.get(found) ?? []), reason]);
		else untied.push(row === undefined || reason === undefined ? reason : `Row ${row}: ${reason}`);
	}
	const told = [...reasons].map(
		([index, sentences]) => [index, joined(sentences) ?? 'no reason given'] as const,
	);
	return { byRow: new Map(told), ofSome: joined(untied) };
}

/** Whether `row` counts from 0 or from 1; undefined when both, or neither, agree with the rows that are stored. */
function firstRow(refusals: readonly RowError[], rows: readonly SentRow[]): 0 | 1 | undefined {
	const counted = refusals.flatMap(({ row }) => row ?? []);
	const agrees = (first: 0 | 1) => counted.every((row) => rows[row - first]?.isStored === false);
	if (agrees(0) === agrees(1)) return undefined;
	return agrees(0) ? 0 : 1;
}

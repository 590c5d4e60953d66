import { person, spellNumber } from './people';

/** The columns of the sheet, in their order. */
export const columns = ['Nombre', 'Teléfono', 'Contexto', 'ID externo', 'Saldo', 'Ciudad'] as const;
type SheetRow = Record<(typeof columns)[number], string>;

/**
 * What the rows are, and so what must become of each, whatever the code of the node does:
 *
 *     2304  a person not in the sheet before, number in one of five spellings    created
 *      120  somebody who is in the sheet already, number in another spelling     skipped_duplicate
 *       30  nothing in Teléfono                                                  failed, MISSING_CONTACT (Altur)
 *       30  no telephone number: words, or far too few digits                    failed, INVALID_PHONE_NUMBER (Altur)
 *       16  a number the sheet has rounded                                       failed, before anything is sent
 *     2500
 *
 * It holds with Default Country MX, If Duplicate skip, and a campaign that has none of these numbers.
 */
export const rowsOf = { new: 2304, duplicate: 120, empty: 30, noNumber: 30, rounded: 16 };
type RowKind = keyof typeof rowsOf;

/** What one run of the main example gives; the counts of `examples/expected.json`. */
export const expected = {
	rows: rowsOf.new + rowsOf.duplicate + rowsOf.empty + rowsOf.noNumber + rowsOf.rounded,
	created: rowsOf.new,
	updated: 0,
	skipped_duplicate: rowsOf.duplicate,
	failed: rowsOf.empty + rowsOf.noNumber + rowsOf.rounded,
};

/** Persons from here on have rows without a usable number, so nobody is their duplicate. */
const neverInSheet = 100_000;

const noNumbers = ['abc', 'no tiene', 'S/N', '123', '55 12', 'pendiente'];
const roundedNumbers = ['5.21E+11', '5.26E+11', '5,21E+11', '5.25512E+11'];

/** The kinds, `expected.rows` of them, scattered over the sheet; the first row is a new person. */
function kindsInOrder(): RowKind[] {
	const counted: Array<[RowKind, number]> = [
		['new', rowsOf.new],
		['duplicate', rowsOf.duplicate],
		['empty', rowsOf.empty],
		['noNumber', rowsOf.noNumber],
		['rounded', rowsOf.rounded],
	];
	const sorted = counted.flatMap(([kind, count]) => Array<RowKind>(count).fill(kind));
	// 1009 shares no factor with 2500, so that every place is taken exactly once.
	return sorted.map((_, place) => sorted[(place * 1009) % sorted.length] ?? 'new');
}

/** The sheet: the same rows every time. */
export function sheetRows(): SheetRow[] {
	const seen = { new: 0, duplicate: 0, empty: 0, noNumber: 0, rounded: 0 };
	return kindsInOrder().map((kind, place) => {
		const count = seen[kind]++;
		const number = {
			new: count,
			duplicate: (place * 31) % seen.new,
			empty: place + neverInSheet,
			noNumber: place + neverInSheet,
			rounded: place + neverInSheet,
		}[kind];
		const who = person(number);
		const phone = {
			new: () => spellNumber(who, number),
			duplicate: () => spellNumber(who, number + 1 + (count % 4)),
			empty: () => '',
			noNumber: () => noNumbers[count % noNumbers.length] ?? '',
			rounded: () => roundedNumbers[count % roundedNumbers.length] ?? '',
		}[kind]();
		return {
			Nombre: kind === 'duplicate' ? who.name.toUpperCase() : who.name,
			Teléfono: phone,
			Contexto: `Vence el ${(place % 28) + 1} de diciembre; último pago, en ${who.city}`,
			'ID externo': `C-${String(place + 1).padStart(5, '0')}`,
			Saldo: place % 10 === 9 ? '' : (100.5 + ((place * 37) % 9000)).toFixed(2),
			Ciudad: who.city,
		};
	});
}

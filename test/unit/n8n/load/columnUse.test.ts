import { FieldsByTitle } from '../../../../n8n/form/columns/fieldsByTitle';
import { SheetColumns } from '../../../../n8n/form/columns/sheetColumns';
import { ColumnUse, type LoadColumns } from '../../../../n8n/load/columnUse';
import { contactLabels, contactTitles } from '../../../../nodes/Altur/contact/columns';

/** What is said of a sheet whose columns are found by their titles. */
function saidOf(rows: Array<Record<string, string>>, more: Partial<LoadColumns> = {}, isShown?: boolean) {
	const fields = new FieldsByTitle(
		new SheetColumns(
			rows.map((json) => ({ json })),
			contactTitles(),
		),
	);
	const use = new ColumnUse({ fields, labels: contactLabels, ...more }, () => isShown ?? true);
	const read = use.noting((row) => fields.read(row));
	for (const row of rows) read(row);
	return use.say();
}

describe('What is said of the columns of a sheet', () => {
	const row = { ID: '7', Teléfono: '5511112222', Saldo: '1200', Vacía: ' ' };

	it('is which column was taken for which field, in the order of the form, and which fills nothing', () => {
		expect(saidOf([row])).toBe(
			'Found by title: Phone Number ← Teléfono, Unique External ID ← ID. The column Saldo fills nothing.',
		);
	});

	it('names all columns that were taken for a field in some row', () => {
		const rows = [
			{ Celular: '5511112222', Teléfono: '' },
			{ Celular: '', Teléfono: '5511112222' },
		];
		expect(saidOf(rows)).toMatch(
			/^Found by title: Phone Number ← (Celular or Teléfono|Teléfono or Celular)\.$/,
		);
	});

	it('is nothing of columns that are sent besides, all of them or some', () => {
		const found = 'Found by title: Phone Number ← Teléfono, Unique External ID ← ID.';
		expect(saidOf([row], { takesOtherColumns: true })).toBe(found);
		expect(saidOf([row], { usedBesides: ['Saldo'] })).toBe(found);
		expect(saidOf([row], {}, false)).toBe(found);
	});

	it('is nothing of the reasons that stand in a file of failed rows', () => {
		expect(saidOf([{ Teléfono: '55', not_loaded_because: 'No.', not_loaded_code: 'NO' }])).toBe(
			'Found by title: Phone Number ← Teléfono.',
		);
	});

	it('names at most ten columns, and shows nothing of a sheet as HTML', () => {
		const others = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`<b>c${at}</b> & more`, 'x']));
		const said = saidOf([{ '<i>Phone</i>': '55', ...others }]) ?? '';
		expect(said).toContain('These columns fill nothing: ');
		expect(said).toMatch(/ and [23] more\.$/);
		expect(said).not.toMatch(/[<&]/);
	});
});

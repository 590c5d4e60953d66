import type { IDataObject } from 'n8n-workflow';
import { ColumnTitles } from '../../../n8n/columnTitles';
import { SheetColumns } from '../../../n8n/sheetColumns';
import { nameTitles, phoneTitles } from '../../../n8n/usualTitles';

describe('The columns of a sheet', () => {
	const known = new ColumnTitles([
		['phone', phoneTitles],
		['name', nameTitles],
	]);
	const sheetOf = (...rows: IDataObject[]) =>
		new SheetColumns(
			rows.map((json) => ({ json })),
			known,
		);
	const found = (...rows: IDataObject[]) => rows.map((row) => sheetOf(...rows).find(row));

	it('are found by the titles of all rows, which may lack some of them', () => {
		const rows = [{ id: 1 }, { id: 2, Teléfono: '+525510000001' }, { Nombre: 'Ana' }];
		const sheet = sheetOf(...rows);
		expect(sheet.titles).toEqual(['id', 'Teléfono', 'Nombre']);
		expect(sheet.has('phone')).toBe(true);
		expect(rows.map((row) => sheet.find(row))).toEqual(Array(3).fill({ phone: 'Teléfono', name: 'Nombre' }));
	});

	it.each([[''], ['   '], ['\u00a0\t'], [null], [undefined], [Number.NaN]])(
		'give way to the next sure one where their cell is %p',
		(cell) => {
			const row: IDataObject = { Mobile: '+525510000001', Phone: cell };
			expect(found(row)).toEqual([{ phone: 'Mobile' }]);
		},
	);

	it('fill the field by the surest title when all cells are empty', () => {
		expect(found({ Mobile: '', Phone: ' ' })).toEqual([{ phone: 'Phone' }]);
	});

	it('with doubtful titles count when more than half of the filled cells fit', () => {
		const numbers = ['55 1234 5678', '', '+52 (55) 8765-4321', null];
		const sheet = (...more: string[]) => sheetOf(...[...numbers, ...more].map((Contacto) => ({ Contacto })));
		expect(sheet('Ana').has('phone')).toBe(true);
		expect(sheet('Ana', 'Eva').has('phone')).toBe(false);
		expect(sheet('Ana', 'Eva').doubtful('phone')).toEqual(['Contacto']);
	});

	it('with doubtful titles count for nothing beside a sure one, even where that is empty', () => {
		const sheet = sheetOf({ Número: '5512345678', Tel: '' }, { Número: '5512345679' });
		expect(sheet.find({ Número: '5512345678', Tel: '' })).toEqual({ phone: 'Tel' });
		expect(sheet.doubtful('phone')).toEqual([]);
	});

	it('with doubtful titles and without any filled cell come after those with numbers', () => {
		expect(found({ Contacto: '', Número: '5512345678' })).toEqual([{ phone: 'Número' }]);
		expect(found({ Contacto: '', Número: 12 })).toEqual([{ phone: 'Contacto' }]);
	});

	it.each([
		['Ana López', true] as const,
		[10442, false] as const,
		['C-10442', false] as const,
		['ana@acme.mx', false] as const,
	])('called Customer with %p in it: whether they hold names is %p', (Customer, isName) => {
		expect(sheetOf({ Customer }).has('name')).toBe(isName);
	});
});

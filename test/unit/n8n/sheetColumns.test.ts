import type { IDataObject } from 'n8n-workflow';
import { ColumnTitles } from '../../../n8n/form/columns/columnTitles';
import { SheetColumns } from '../../../n8n/form/columns/sheetColumns';
import { nameTitles, phoneTitles } from '../../../n8n/form/columns/usualTitles';

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

	it.each<[string, IDataObject, string]>([
		['a Yes/No column', { WhatsApp: 'Sí', Teléfono: '+52 55 1234 5678' }, 'Teléfono'],
		['a flag', { Mobile: true, 'Phone 2': 5512345678 }, 'Phone 2'],
		['a kind of phone', { Phone: 'iPhone 13', Tel: '555 12 34 (casa)' }, 'Tel'],
		['a number that the sheet has rounded', { WhatsApp: 'Sí', Teléfono: '5.21E+11' }, 'Teléfono'],
		['two that could be numbers', { Mobile: '5512345678', Phone: 'call 555 12 34' }, 'Phone'],
		['none that could be a number', { Mobile: 'oui', Phone: '', Tel: 'non' }, 'Mobile'],
	])('with sure titles are told apart by their cells: %s', (_case, row, phone) => {
		expect(found(row)).toEqual([{ phone }]);
	});

	it('with sure titles are told apart row by row', () => {
		const rows = [
			{ Phone: 'n/a', Mobile: '+525510000001' },
			{ Phone: '+525510000002', Mobile: 'no' },
		];
		expect(found(...rows)).toEqual([{ phone: 'Mobile' }, { phone: 'Phone' }]);
	});

	it.each(['Teléfono alterno', 'Emergency phone', 'telfTitular', 'Diensthandy alt', 'Fono aval'])(
		'with doubtful titles do not count beside %p, unless its cells are something else',
		(title) => {
			const sheet = sheetOf({ Número: '14567890', [title]: '55 1234 5678' });
			expect(sheet.has('phone')).toBe(false);
			expect(sheet.doubtful('phone')).toEqual(['Número']);
			expect(sheet.rival('Número')).toBe(title);
			expect(sheetOf({ Número: '14567890', [title]: '' }).has('phone')).toBe(false);
			expect(found({ Número: '5512345678', [title]: 'no' })).toEqual([{ phone: 'Número' }]);
		},
	);

	it.each(['Tipo Doc', 'Tipo de documento', 'Document type', 'ID Type', 'Tipo de identificación'])(
		'called Número do not count beside %p, but a Contacto does',
		(title) => {
			const row = { [title]: 'DNI', Número: '14567890' };
			expect(sheetOf(row).has('phone')).toBe(false);
			expect(sheetOf(row).rival('Número')).toBe(title);
			expect(found({ ...row, Contacto: '5512345678' })).toEqual([{ phone: 'Contacto' }]);
			expect(found({ ...row, 'Telf.': '5512345678' })).toEqual([{ phone: 'Telf.' }]);
		},
	);
});

import { readAll } from '../readAll';
import { workbookOf } from './workbookFile';

/** A number in a cell with a format that the workbook describes, or that has a number only. */
async function shown(value: number | string, format: string | number, properties = ''): Promise<string> {
	const code = String(format).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
	const file = workbookOf(`<row><c s="1"><v>${value}</v></c><c><v>1</v></c></row>`, {
		formats: typeof format === 'string' ? `<numFmt numFmtId="164" formatCode="${code}"/>` : '',
		styles: [typeof format === 'string' ? 164 : format],
		properties,
	});
	return (await readAll(file, { hasTitles: 'no' })).rows[0]?.[0] ?? '';
}

describe('A number in a workbook', () => {
	it.each([
		[46355, 14, '2026-11-29'],
		[46355.604166666664, 22, '2026-11-29T14:30:00'],
		[46355, 22, '2026-11-29T00:00:00'],
		[46355.604166666664, 14, '2026-11-29'],
		[0.604166666666667, 20, '14:30:00'],
		[46355.604166666664, 21, '14:30:00'],
		[46355, 27, '2026-11-29'],
		[0.25, 32, '06:00:00'],
		[46355, 36, '2026-11-29'],
		[0.25, 45, '06:00:00'],
		[0.25, 47, '06:00:00'],
		[46355, 57, '2026-11-29'],
		[0.5, 55, '12:00:00'],
		[1.5, 46, '36:00:00'],
		[46355, 'yyyy-mm-dd', '2026-11-29'],
		[46355, 'DD/MM/YYYY', '2026-11-29'],
		[46355, 'TT.MM.JJJJ', '2026-11-29'],
		[46355, '[$-80A]d" de "mmmm" de "yyyy;@', '2026-11-29'],
		[46355.25, '[$-409]m/d/yy h:mm AM/PM;@', '2026-11-29T06:00:00'],
		[46355.25, 'yyyy\\-mm\\-dd"T"hh:mm:ss.000', '2026-11-29T06:00:00'],
		[46355, 'mmm-yy', '2026-11-29'],
		[46355, '[Red]dddd', '2026-11-29'],
		[0.25, 'h:mm AM/PM', '06:00:00'],
		[0.25, 'mm:ss', '06:00:00'],
		[2.25, '[hh]:mm', '54:00:00'],
		[2.25, '[hh]', '54:00:00'],
		[0.25, 'AM/PM', '06:00:00'],
		[46355.25, 'mmm h:mm', '2026-11-29T06:00:00'],
		[2.25, '[mm]:ss.00', '54:00:00'],
		[46355.9999999, 'yyyy-mm-dd hh:mm', '2026-11-30T00:00:00'],
	])('%d with the format %s is the moment %s', async (value, format, text) => {
		expect(await shown(value, format)).toBe(text);
	});

	it.each([
		[1, '1900-01-01'],
		[59, '1900-02-28'],
		[60, '1900-02-29'],
		[61, '1900-03-01'],
		[2_958_465, '9999-12-31'],
	])('%d is the day %s, as sheets count', async (value, text) => {
		expect(await shown(value, 'yyyy-mm-dd')).toBe(text);
	});

	it('is counted from 1904 on where the workbook says so', async () => {
		const properties = '<workbookPr date1904="1"/>';
		expect(await shown(44893, 14, properties)).toBe('2026-11-29');
		expect(await shown(0, 14, properties)).toBe('1904-01-01');
		expect(await shown(0.5, 20, properties)).toBe('12:00:00');
		const later = '<extLst><ext><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>';
		expect(await shown(44893, 14, properties + later)).toBe('2026-11-29');
		expect(await shown(46355, 14, '<workbookPr date1904="false"/>')).toBe('2026-11-29');
		expect(await shown(44893, 14, '<workbookPr date1904="true"/>')).toBe('2026-11-29');
	});

	it.each([
		['a phone number in a column of days', 521234567890, 'yyyy-mm-dd', '521234567890'],
		['a negative one', -5, 14, '-5'],
		['nothing in a column of days', 0, 14, '0'],
		['General', 46355, 'General', '46355'],
		['General in another language', 46355, 'Standard', '46355'],
		['a unit that is a word', 46355, '0 "days"', '46355'],
		['a unit with escapes', 46355, '0\\ \\d\\a\\y', '46355'],
		['a colour', 46355, '[Red]0', '46355'],
		['a currency', 46355.5, '[$MXN-80A] #,##0.00;[Red]-#,##0.00', '46355.5'],
		['scientific', 521234567890, '0.00E+00', '521234567890'],
		['a percentage', 0.5, 9, '0.5'],
		['a fraction', 0.5, '# ?/?', '0.5'],
		['text', 5512345678, '@', '5512345678'],
		['a phone number by conditions', 5512345678, '[<=9999999]###-####;(###) ###-####', '5512345678'],
		['accounting', 12.5, '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', '12.5'],
		['no format that there is', 46355, 99, '46355'],
		['a text in a column of days', 'n/a', 14, 'n/a'],
		['a text in a column of times', 'n/a', 20, 'n/a'],
		['a space in a column of days', ' ', 22, ' '],
	])('is no moment and stays plain: %s', async (_case, value, format, text) => {
		expect(await shown(value, format)).toBe(text);
	});

	it.each([
		['of a postal code keeps its zeros', 1219, '00000', '01219'],
		['of a postal code of two parts keeps them too', 12345678, '00000\\-0000', '012345678'],
		['of a phone number keeps its zero', 612345678, '00 00 00 00 00', '0612345678'],
		['of a phone number keeps its plus', 525512345678, '+0', '+525512345678'],
		['of a phone number keeps what stands before it', 5512345678, '"+52 "0000000000', '+52 5512345678'],
		['of a phone number keeps an escaped plus', 525512345678, '\\+#', '+525512345678'],
		['of a phone number keeps it under a condition', 525512345678, '[>0]\\+#;General', '+525512345678'],
		['that is no whole number has no zeros before it', 1.5, '00000', '1.5'],
		['with a currency has none before it', 5, '"$"0', '5'],
	])('%s', async (_case, value, format, text) => {
		expect(await shown(value, format)).toBe(text);
	});

	it('is a day when a program writes it in ISO 8601, and shows what its format shows', async () => {
		const file = workbookOf(
			'<row><c t="d" s="1"><v>2026-11-29T00:00:00.000</v></c><c t="d" s="2"><v>2026-11-29T14:30</v></c><c t="d"><v>tomorrow</v></c></row>',
			{ styles: [14, 22] },
		);
		const { rows } = await readAll(file, { hasTitles: 'no' });
		expect(rows).toEqual([['2026-11-29', '2026-11-29T14:30:00', 'tomorrow']]);
	});
});

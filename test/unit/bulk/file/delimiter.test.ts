import { findDelimiter } from '../../../../bulk/file/csv/delimiter';
import { readAll } from './readAll';

describe('The delimiter', () => {
	it.each([
		['of rows', 'a;b;c\n1;2;3', ';'],
		['beside commas in numbers', 'Nombre;Importe;Descuento\nAna;1,5;2,5\nEva;2,5;3,5', ';'],
		['beside commas in numbers only, without titles', '1,5;2,5\n3,5;4,5', ';'],
		['beside a comma in a title', 'Apellido, nombre;Tel\nGarcía, Ana;55\nPeña, Eva;56', ';'],
		['beside semicolons in quotes', 'id,"Nombre; apellido",tel\n1,"Ana; García",55\n2,"Eva; Peña",56', ','],
		['beside semicolons in some cells', 'id,notes\n1,a;b\n2,c\n3,d;e;f', ','],
		['of tabs beside commas', 'Name, first\tPhone\nAna, B\t55\nEva, C\t56', '\t'],
		['of pipes beside commas', '1,5|2,5\n3,5|4,5', '|'],
		['beside semicolons and double quotes in quotes', '"x ""y"";z",b\n"p ""q"";r",2\n', ','],
		['that only the titles have', 'a;b;c\n\n', ';'],
		['of rows that are shorter than the titles', 'a;b;c;d\n1;2\n3;4,5\n', ';'],
		['when the first line has none but all others agree', 'Clientes\nAna;55\nEva;56\n', ';'],
		['with a line of titles that goes over two lines', '"Tel\n(cel), fijo";Nombre\n55;Ana\n', ';'],
		['of a table with an unclosed quote', 'a;b\n1;"2\n3;4\n', ';'],
	])('%s is found', (_case, sample, delimiter) => {
		expect(findDelimiter(sample)).toBe(delimiter);
	});

	it.each(['phone\n5512345678\n5587654321\n', 'phone', '5512345678\r5587654321'])(
		'is needed by no table of one column: %j',
		async (text) => {
			const { titles, rows } = await readAll(text);
			expect(titles).toHaveLength(1);
			expect(rows.every((cells) => cells.length === 1)).toBe(true);
		},
	);

	it('of one column is one that its cells do not have', async () => {
		const names = ['Ana', 'García, Eva', 'Ruiz; Íñigo', 'Zoë'];
		expect((await readAll(`name\n${names.join('\n')}\n`)).rows).toEqual(names.map((name) => [name]));
	});

	it('stands on a first line for Excel, which is no row', async () => {
		for (const first of ['sep=;\r\n', 'SEP=;\n', '"sep=;"\r\n', '\ufeffsep=;\n']) {
			const { titles, rows } = await readAll(`${first}a,b;c\n1,2;3\n`);
			expect({ titles, rows }).toEqual({ titles: ['a,b', 'c'], rows: [['1,2', '3']] });
		}
		expect((await readAll('sep=^\na^b\n1^2')).rows).toEqual([['1', '2']]);
	});

	it('is the given one, whatever the file looks like', async () => {
		const { titles, rows } = await readAll('sep=;\na;b|c\n1;2|3\n', { delimiter: '|' });
		expect({ titles, rows }).toEqual({ titles: ['a;b', 'c'], rows: [['1;2', '3']] });
	});
});

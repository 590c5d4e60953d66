import { RowParser } from '../../../../bulk/file/csv/rowParser';

const parse = (parts: Iterable<string>) => {
	const parser = new RowParser(',');
	return [...[...parts].flatMap((part) => parser.push(part)), ...parser.end()];
};

describe('Text that comes character by character', () => {
	it.each([
		'a,"b"  ,c\r\n  "d,\n"  \r\ne',
		'"La Jefa" López,2\n"a""b" c,""\n"" d,\n',
		' "x" y," z"\r\r\n\n"\r\n","\r",\n,',
		'"a"  ',
		'a,b,',
		' ,  ,"',
	])('has the rows of the whole: %j', (text) => {
		const outcome = (parts: Iterable<string>) => {
			try {
				return parse(parts);
			} catch (error) {
				return error;
			}
		};
		expect(outcome(text)).toEqual(outcome([text]));
	});
});

describe('A long text', () => {
	it.each([
		['without delimiters', '55\n'],
		['with few line ends', '5,'],
		['of cells in quotes', '"5","5"\r\n'],
		['of empty lines', '\r'],
	])('%s takes no time that grows with its square', (_case, repeated) => {
		const text = `${repeated.repeat(900_000 / repeated.length)}\n`.repeat(3);
		const start = process.cpuUsage();
		expect(parse([text]).length).toBeGreaterThanOrEqual(3);
		// Of the processor alone: the clock goes on while a busy machine lets others work. With the square it takes minutes.
		expect(process.cpuUsage(start).user / 1_000_000).toBeLessThan(20);
	});
});

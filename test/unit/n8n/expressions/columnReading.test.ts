import { createContext, runInContext } from 'node:vm';
import { createColumn } from '../../../../n8n/form/columns/expressions';
import { topLevelNames } from '../../../../n8n/form/columns/expressions/topLevelNames';

/** A column over these rows; what n8n's evaluator is asked, it answers with the question. */
const columnOf = (raw: unknown, ...rows: unknown[]) =>
	createColumn(raw, {
		json: (itemIndex) => rows[itemIndex],
		evaluate: (expression, itemIndex) => ({ expression, itemIndex }),
	});
const asked = (expression: string, itemIndex = 0) => ({ expression, itemIndex });

class Money {
	constructor(readonly amount: number) {}
}

describe('A field of the form that is no expression', () => {
	it.each([5, true, undefined, null, { a: 1 }, '', 'Hola', ' ={{ $json.a }}', '{{ $json.a }}'])(
		'is the same for every row: %p',
		(raw) => {
			const { kind, isSameForAll, drawsOn, read } = columnOf(raw, { a: 'x' });
			expect({ kind, isSameForAll, drawsOn }).toEqual({ kind: 'fixed', isSameForAll: true, drawsOn: [] });
			expect(read(0)).toBe(raw);
		},
	);
});

describe('An expression of the form', () => {
	it('is read from the row that is asked for', () => {
		const column = columnOf('={{ $json.phone }}', { phone: 'first' }, { phone: 'second' });
		expect([column.read(0), column.read(1)]).toEqual(['first', 'second']);
	});

	it('goes to the evaluator without its "=", with the row that is asked for', () => {
		expect(columnOf('={{ $json.a.trim() }}', {}, {}).read(1)).toEqual(asked('{{ $json.a.trim() }}', 1));
	});

	it.each([
		['={{ $json.a }}', 'v'],
		['={{$json.a}}', 'v'],
		['={{\n\t$json.a\n}}', 'v'],
		['={{ $json["a"] }}', 'v'],
		["={{ $json['a'] }}", 'v'],
		['={{ $json[ "a" ] }}', 'v'],
		['={{ $json?.a }}', 'v'],
		['={{ $json . a }}', 'v'],
		['={{ $json?. ["a"] }}', 'v'],
		['={{ $json ?.["a"] }}', 'v'],
		['={{ $json.deep.er }}', 'd'],
		['={{ $json.deep["e r"] }}', 'sp'],
		['={{ $json["deep"]?.er }}', 'd'],
		['={{ $json[\'say "hi"\'] }}', 'quoted'],
		['={{ $json["it\'s"] }}', 'apostrophe'],
		['={{ $json[""] }}', 'nameless'],
		['={{ $json.año }}', 'letter'],
		['={{ $json._id9 }}', 'id'],
		['={{ $json.$cost }}', 'cost'],
		['={{ $json.targets }}', 'like get'],
		['={{ $json.my__proto }}', 'like proto'],
		['={{ $json.bindings }}', 'like binding'],
		['={{ $json.nothing }}', undefined],
		['={{ $json.nothing.more }}', undefined],
		['={{ $json.undef }}', undefined],
		['={{ $json.undef.more }}', undefined],
		['={{ $json.none }}', null],
		['={{ $json.none.more }}', undefined],
		['={{ $json.list }}', ['x']],
		['={{ $json.deep }}', { er: 'd', 'e r': 'sp' }],
		['={{ $json.zero }}', 0],
		['={{ $json.no }}', false],
		['=text', 'text'],
		['==', '='],
		['=a } b', 'a } b'],
		['=a { b', 'a { b'],
		['=a { {{ $json.a }}', 'a { v'],
		['={{ $json.a }}{{ $json.deep.er }}', 'vd'],
		['=Hola {{ $json.a }}, {{ $json.deep.er }}!', 'Hola v, d!'],
		['=<{{ $json.nothing }}{{ $json.none }}{{ $json.empty }}{{ $json.nan }}>', '<>'],
		['=<{{ $json.zero }}{{ $json.no }}{{ $json.yes }}{{ $json.half }}>', '<0falsetrue0.5>'],
	])('is compiled and read without the evaluator: %s', (raw, value) => {
		const row = {
			a: 'v',
			deep: { er: 'd', 'e r': 'sp' },
			'say "hi"': 'quoted',
			"it's": 'apostrophe',
			'': 'nameless',
			año: 'letter',
			_id9: 'id',
			$cost: 'cost',
			targets: 'like get',
			my__proto: 'like proto',
			bindings: 'like binding',
			none: null,
			undef: undefined,
			list: ['x'],
			zero: 0,
			no: false,
			yes: true,
			half: 0.5,
			nan: NaN,
			empty: '',
		};
		const column = columnOf(raw, row);
		expect(column.kind).toBe('compiled');
		expect(column.read(0)).toEqual(value);
	});

	it.each([
		'',
		'{{ }}',
		'{{ $json }}',
		'{{ json.a }}',
		'{{ x$json.a }}',
		'{{ $jsonx.a }}',
		'{{ $json.a b }}',
		'{{ $json.a. }}',
		'{{ $json.9a }}',
		'{{ $json.a-b }}',
		'{{ $json.a; }}',
		'{{ $json[0] }}',
		'{{ $json[a] }}',
		'{{ $json["a\'] }}',
		'{{ $json["a\n"] }}',
		"{{ $json['a\n'] }}",
		'{{ $json["a"b] }}',
		'{{ $json?a }}',
		'{{ $json.a\\ }}',
		'a\\b {{ $json.a }}',
		'{{ $json.a }} \\',
		'{{ $json.a',
		'$json.a }}',
		'{{ $json.a }} and }}',
		'{{ $json.a }} and {{',
		'{{{ $json.a }}',
		'x {{{ $json.a }}}',
		'{{ $json.a }}{',
		'{{ {a: $json.a} }}',
		'{{ $json.a }}{{ $now }}',
		...[
			'__proto__',
			'__x',
			'constructor',
			'prototype',
			'caller',
			'callee',
			'arguments',
			'mainModule',
			'binding',
			'_load',
			'_linkedBinding',
			'getter',
			'setOwner',
			'defined',
			'defineProperty',
			'prepareStackTrace',
		].map((name) => `{{ $json.${name} }}`),
		'{{ $json["get it"] }}',
		'{{ $json.a.constructor }}',
	])('is left to the evaluator where there is any doubt: %j', (expression) => {
		const column = columnOf(`=${expression}`, { a: 'v' });
		expect(column.kind).toBe('evaluated');
		expect(column.read(0)).toEqual(asked(expression));
	});

	it.each([
		['a member of a text', { cell: 'text' }, '{{ $json.cell.length }}'],
		['a member of a number', { cell: 5 }, '{{ $json.cell.a }}'],
		['a member of a list', { cell: ['x'] }, '{{ $json.cell["0"] }}'],
		['a member of a date', { cell: new Date(0) }, '{{ $json.cell.a }}'],
		['a name that every object inherits', { cell: {} }, '{{ $json.cell.toString }}'],
		['a date', { cell: new Date(0) }, '{{ $json.cell }}'],
		['an object of a class', { cell: new Money(1) }, '{{ $json.cell }}'],
		['a member of an object of a class', { cell: new Money(1) }, '{{ $json.cell.amount }}'],
		['an object that writes itself', { cell: { toJSON: () => 'x' } }, '{{ $json.cell }}'],
		['a function', { cell: () => 'x' }, '{{ $json.cell }}'],
		['a symbol', { cell: Symbol('x') }, '{{ $json.cell }}'],
		['a big number', { cell: 1n }, '{{ $json.cell }}'],
		['a list beside text', { cell: ['x'] }, 'Hola {{ $json.cell }}'],
		['an object beside text', { cell: {} }, '{{ $json.cell }}!'],
		['a date beside text', { cell: new Date(0) }, 'on {{ $json.cell }}'],
		['a row that is a text', 'row', '{{ $json.cell }}'],
	])('asks the evaluator about a row with %s', (_what, row, expression) => {
		const column = columnOf(`=${expression}`, row);
		expect(column.kind).toBe('compiled');
		expect(column.read(0)).toEqual(asked(expression));
	});

	it('reads objects without a prototype, and those of another realm, as the plain objects that they are', () => {
		const bare: object = Object.assign(Object.create(null), { city: 'Mérida' });
		const foreign: unknown = runInContext('({ city: "Lima" })', createContext());
		const column = columnOf('={{ $json.cell.city }}', { cell: bare }, { cell: foreign });
		expect([column.read(0), column.read(1)]).toEqual(['Mérida', 'Lima']);
	});

	it('has the value of a column that is named as what every object inherits', () => {
		expect(columnOf('={{ $json.toString }}', { toString: 'own' }).read(0)).toBe('own');
	});

	it.each([
		['={{ $now }}', true],
		["={{ $('Settings').first().json.campaign }}", true],
		['={{ $vars.campaign }}', true],
		['={{ $node["Sheet"].json.a }}', false],
		['=fixed text', true],
		['={{ $json.a }}', false],
		['=text {{ $json.a }}', false],
		['={{ $json.a.trim() }}', false],
		['={{ $data.a.trim() }}', false],
		['={{ $binary.file.name }}', false],
		['={{ $input.first().json.a }}', false],
		["={{ $('Sheet').item.json.a }}", false],
		['={{ $itemIndex }}', false],
		['={{ $position + 1 }}', false],
		["={{ $('Sheet').pairedItem(0) }}", false],
	])('%s is the same for all rows: %p', (raw, isSameForAll) => {
		expect(columnOf(raw, {}).isSameForAll).toBe(isSameForAll);
	});

	it.each([
		['={{ $json.phone }}', ['phone']],
		['={{ $json?.phone }}', ['phone']],
		['={{ $json . phone }}', ['phone']],
		['={{ $json[ "Correo electrónico" ] }}', ['Correo electrónico']],
		["={{ $json?.['first name'] }}", ['first name']],
		["={{ $json [ 'a' ] }}", ['a']],
		['={{ $json?. [ "a" ].b }}', ['a']],
		['={{ $json.año_9.city }}', ['año_9']],
		['={{ $json.$cost * 2 }}', ['$cost']],
		['={{ $json.a + $json.b }} {{ $json["c"] }}', ['a', 'b', 'c']],
		['={{ $json[""] }}', ['']],
		['={{ $json[0] }}', []],
		['={{ $json }}', []],
		['={{ $now }}', []],
	])('%s draws on the columns %j', (raw, names) => {
		expect(columnOf(raw, {}).drawsOn).toEqual(names);
	});

	it.each([5, undefined, null, '$json.phone', '{{ $json.phone }}'])(
		'draws on no column where it is none: %p',
		(raw) => {
			expect(topLevelNames(raw)).toEqual([]);
		},
	);
});

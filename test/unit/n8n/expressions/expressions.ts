import fc from '../../../properties';
import { DateTime } from 'luxon';
import type { GenericValue } from 'n8n-workflow';

const names = [
	'a',
	'b',
	'phone',
	'Teléfono',
	'año',
	'first name',
	'dotted.name',
	"it's",
	'say "hi"',
	'x-y',
	'ключ',
	'$cost',
	'_id',
	'0',
	'length',
	'toString',
	'constructor',
	'getter',
	'😀',
	' ',
	'',
];
const name = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom('a', 'phone', 'Teléfono', 'first name', 'dotted.name') },
	{ weight: 2, arbitrary: fc.constantFrom(...names) },
);

const cell = fc.oneof(
	fc.constantFrom<GenericValue>(
		null,
		undefined,
		0,
		-0,
		1,
		1.5,
		1e21,
		5.21e11,
		NaN,
		true,
		false,
		'',
		' ',
		'ñandú',
	),
	fc.constantFrom<GenericValue>(
		'{{ $json.a }}',
		'a\nb',
		'=x',
		new Date(0),
		DateTime.fromMillis(0, { zone: 'utc' }),
	),
	fc.string({ maxLength: 6 }),
	fc.integer(),
	fc.array(fc.integer({ max: 9 }), { maxLength: 3 }),
);
/** Rows with cells of every kind, two levels deep. */
export const rows = fc.dictionary(
	name,
	fc.oneof({ weight: 3, arbitrary: cell }, fc.dictionary(name, cell, { maxKeys: 5 })),
	{ minKeys: 2, maxKeys: 12 },
);

const quoted = (text: string) => (text.includes('"') ? `'${text}'` : `"${text}"`);
const step = fc.oneof(
	name.filter((key) => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)).map((key) => `.${key}`),
	name.filter((key) => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)).map((key) => `?.${key}`),
	name.map((key) => `[${quoted(key)}]`),
	name.map((key) => `?.[ ${quoted(key)} ]`),
);
const path = fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => `$json${steps.join('')}`);
const otherCode = fc.constantFrom(
	'$json',
	'$json.a ?? "none"',
	'$json.a + 1',
	'$json.phone.length',
	'$json.phone?.toUpperCase()',
	'$json[0]',
	'$json.first name',
	'$json . a',
	'$itemIndex',
	'$json.a // one',
	'"}}"',
	'',
	'$json.',
	'$jsonx.a',
	'$json?.phone.trim()',
);
const space = fc.constantFrom('', ' ', '  ', '\n');
const inBraces = (code: fc.Arbitrary<string>) =>
	fc.tuple(space, code, space).map(([before, inner, after]) => `{{${before}${inner}${after}}}`);
const plainText = fc.constantFrom(' ', 'Hola ', ', ', '+52', "it's", '"', '`${x}`', '\n', '=', '{', ' } ');
const wildText = fc.oneof(fc.constantFrom('{ {', '\\', '}}', '{{', '}'), fc.string({ maxLength: 4 }));

const joined = (...pieces: Array<fc.Arbitrary<string>>) =>
	fc.array(fc.oneof(...pieces), { minLength: 1, maxLength: 5 }).map((texts) => texts.join(''));
/** Expressions of the form, most of them plain paths with text around them, without their leading "=". */
export const expressions = fc.oneof(
	{ weight: 3, arbitrary: inBraces(path) },
	{ weight: 3, arbitrary: joined(inBraces(path), plainText) },
	{ weight: 1, arbitrary: inBraces(otherCode) },
	{ weight: 1, arbitrary: joined(inBraces(path), inBraces(otherCode), plainText, wildText) },
);

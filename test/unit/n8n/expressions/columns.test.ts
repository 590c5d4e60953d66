import { isDeepStrictEqual } from 'node:util';
import fc from '../../../properties';
import { createColumn } from '../../../../n8n/form/columns/expressions';
import { N8nEvaluator } from './evaluator';
import { expressions, rows } from './expressions';

/** One and the same set of expressions each time; another number makes another set. */
const seed = Number(process.env.FAST_CHECK_SEED ?? 41);

const outcome = (read: () => unknown): unknown => {
	try {
		return { value: read() };
	} catch (error) {
		return { refused: error instanceof Error ? error.message : error };
	}
};

describe('A column', () => {
	const evaluator = new N8nEvaluator();

	it("reads every expression as n8n's evaluator does, and most of them without asking it", () => {
		// Fewer than a hundred would not tell what most of them are.
		const runs = Math.max(100, Number(process.env.FAST_CHECK_RUNS ?? 3000));
		let compiled = 0;
		let readAlone = 0;
		const equal = fc.property(expressions, rows, (written, json) => {
			let isAlone = true;
			const column = createColumn(`=${written}`, {
				json: () => json,
				evaluate(code) {
					isAlone = false;
					return evaluator.evaluate(code, json);
				},
			});
			const read = outcome(() => column.read(0));
			compiled += column.kind === 'compiled' ? 1 : 0;
			readAlone += isAlone ? 1 : 0;
			const expected = outcome(() => evaluator.evaluate(written, json));
			if (!isDeepStrictEqual(read, expected)) expect(read).toStrictEqual(expected);
		});
		fc.assert(equal, { numRuns: runs, seed });
		expect(compiled / runs).toBeGreaterThan(0.6);
		expect(readAlone / runs).toBeGreaterThan(0.4);
	});

	it.each([
		'{{ $json.phone }}',
		'{{$json["Correo electrónico"]}}',
		"{{ $json['dotted.name']?.city }}",
		'Hola {{ $json.name }}, debes {{ $json.debt.total }} pesos',
		'+52{{ $json.phone }}',
	])('is compiled for %s', (written) => {
		expect(createColumn(`=${written}`, { json: () => ({}), evaluate: () => undefined }).kind).toBe(
			'compiled',
		);
	});

	it.each([
		'{{ $json.phone.trim() }}',
		"{{ $('Rows').item.json.phone }}",
		'{{ $json.a + $json.b }}',
		'{{ $json.list[0] }}',
		'{{{ $json.a }}',
	])('is left to n8n for %s', (written) => {
		expect(createColumn(`=${written}`, { json: () => ({}), evaluate: () => undefined }).kind).toBe(
			'evaluated',
		);
	});
});

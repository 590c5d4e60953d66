import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { contactsCsv, expectedJson } from '../../scripts/make-contacts-csv';
import { expected, rowsOf } from '../../scripts/contacts/sheet';
import { repository } from '../../scripts/repository';

const example = (name: string) => readFileSync(join(repository, 'examples', name), 'utf8');
const rows = z
	.array(z.object({ Teléfono: z.string(), Nombre: z.string() }))
	.parse(parse(example('contacts.csv'), { columns: true }));
const phones = rows.map(({ Teléfono }) => Teléfono);

describe('the sample sheet', () => {
	it('is what its generator makes (otherwise: npx tsx scripts/make-contacts-csv.ts)', () => {
		expect(example('contacts.csv')).toBe(contactsCsv());
		expect(example('expected.json')).toBe(expectedJson());
	});

	it('holds 2,500 rows, each counted once in what is expected', () => {
		const { rows: total, ...byStatus } = expected;
		expect(rows).toHaveLength(2500);
		expect(total).toBe(2500);
		expect(Object.values(byStatus).reduce((sum, count) => sum + count, 0)).toBe(total);
	});

	it('has as many usable numbers, repeated ones, empty ones and broken ones as expected', () => {
		const rounded = phones.filter((phone) => /E\+/.test(phone));
		const numbers = phones.flatMap((phone) => {
			const number = parsePhoneNumberFromString(phone, 'MX');
			return number?.isPossible() ? [number.number] : [];
		});
		expect(phones.filter((phone) => phone === '')).toHaveLength(rowsOf.empty);
		expect(rounded).toHaveLength(rowsOf.rounded);
		expect(new Set(numbers).size).toBe(rowsOf.new);
		expect(numbers).toHaveLength(rowsOf.new + rowsOf.duplicate);
		expect(phones.length - numbers.length - rounded.length - rowsOf.empty).toBe(rowsOf.noNumber);
	});

	it('spells numbers in five ways, each for several hundred rows', () => {
		const spellings = [
			/^\+52\d{10}$/,
			/^\+52 \(\d+\) \d+-\d{4}$/,
			/^\d+ \d+ \d{4}$/,
			/^52\d{10}$/,
			/^0052\d{10}$/,
		];
		for (const spelling of spellings) {
			expect(phones.filter((phone) => spelling.test(phone)).length).toBeGreaterThan(400);
		}
	});

	it('has names with accents, commas and quotes', () => {
		for (const sign of ['é', ',', '"', "'"]) {
			expect(rows.filter(({ Nombre }) => Nombre.includes(sign)).length).toBeGreaterThan(100);
		}
	});
});

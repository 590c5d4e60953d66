import { readFidelity } from '../../../scripts/fidelity/document';
import { operations, specified } from './specification';

const { rows, tests } = readFidelity();
const ofSection = (section: string) => rows.filter((row) => row.section === section);

describe('docs/engineering/fidelity.md', () => {
	it.each(Object.keys(specified))(
		'has a row for every parameter, field, status and code of the specification: %s',
		(section) => {
			const named = new Set(ofSection(section).flatMap(({ names }) => names));
			expect(specified[section]?.filter((name) => !named.has(name))).toEqual([]);
		},
	);

	it('names for every row a test that is in its list', () => {
		const unproven = Object.keys(specified)
			.flatMap(ofSection)
			.filter((row) => row.tests.length === 0 || row.tests.some((mark) => !tests.has(mark)))
			.map(({ section, names }) => `${section}: ${names.join(', ')}`);
		expect(unproven).toEqual([]);
	});

	it('lists no test that no row refers to', () => {
		const referred = new Set(rows.flatMap((row) => row.tests));
		expect([...tests.keys()].filter((mark) => !referred.has(mark))).toEqual([]);
	});

	it('says of each of the twenty operations whether the node has it', () => {
		expect(ofSection('The twenty operations').map(({ names }) => names[0])).toEqual(operations);
		expect(operations).toHaveLength(20);
		expect(operations.filter((operation) => !(operation in specified))).toEqual([]);
	});
});

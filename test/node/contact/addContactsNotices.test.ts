import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { AlturBench, addParameters } from '../harness/altur';

describe('The form of Add to Campaign in the editor', () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const noticesFor = (columns: INodeParameters, columnMapping = 'manual') => {
		const properties = bench.properties();
		const values = addParameters(7, { columns, columnMapping });
		const root = NodeHelpers.getNodeParameters(properties, values, true, false, null, null) ?? {};
		return properties
			.filter(({ type }) => type === 'notice')
			.filter((property) => NodeHelpers.displayParameter(root, property, null, null, root))
			.map(({ name }) => name);
	};

	it('says that an External ID has to be unique as soon as a column is mapped to it', () => {
		const mapped = (value: INodeParameters | null) => noticesFor({ mappingMode: 'defineBelow', value });
		expect(mapped({ f_id: '={{ $json.id }}' })).toContain('externalIdNotice');
		expect(mapped({ contact: '={{ $json.phone }}' })).not.toContain('externalIdNotice');
		expect(mapped(null)).not.toContain('externalIdNotice');
	});

	it('says how columns are found by their titles, and nothing else then', () => {
		const stored = { mappingMode: 'defineBelow', value: { f_id: '={{ $json.id }}' } };
		expect(noticesFor(stored, 'titles')).toEqual(['columnTitlesNotice']);
	});

	it("says so where n8n's own automatic mode is stored", () => {
		expect(noticesFor({ mappingMode: 'autoMapInputData', value: null })).toEqual(['automaticMappingNotice']);
	});
});

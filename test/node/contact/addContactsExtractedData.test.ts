import type { IDataObject } from 'n8n-workflow';
import { addParameters, jsonOf } from '../harness/altur';
import { FormTrials, asRows, automatic, type Form } from '../harness/formTrials';

jest.setTimeout(60_000);

describe('The extracted data of Add to Campaign', () => {
	let trials: FormTrials;

	beforeAll(async () => {
		trials = await FormTrials.start();
	});
	beforeEach(() => {
		trials.reset();
	});
	afterAll(async () => {
		await trials.stop();
	});

	const row = {
		phone: '+525510000000',
		name: 'Ana',
		id: 'a',
		Saldo: 1200.5,
		activo: false,
		vacío: '',
		nada: null,
		dirección: { calle: 'Reforma', número: 1 },
		etiquetas: ['x', 2],
	};
	const extracted = async (form: Form): Promise<unknown> => {
		await trials.sent(asRows(row), form);
		const body = trials.bench.posts()[0]?.body;
		return (JSON.parse(JSON.stringify(body)) as { contacts: IDataObject[] }).contacts[0]?.extracted_data;
	};

	it('is none by default', async () => {
		expect(await extracted({})).toBeUndefined();
	});

	it('is, with All Other Columns, every column that fills no other field, as text and without empty ones', async () => {
		expect(await extracted({ extractedData: 'otherColumns' })).toEqual({
			Saldo: '1200.5',
			activo: 'false',
			dirección: '{"calle":"Reforma","número":1}',
			etiquetas: '["x",2]',
		});
	});

	it('leaves out the columns that were mapped automatically too', async () => {
		expect(await extracted({ ...automatic, extractedData: 'otherColumns' })).not.toHaveProperty('phone');
	});

	it('leaves out the columns that fill Campaign, If Duplicate and Default Country', async () => {
		const expected = await extracted({ extractedData: 'otherColumns' });
		trials.reset();
		const { items } = await trials.bench.run(
			asRows({ ...row, campaña: trials.campaign, política: 'update', País: 'MX' }),
			addParameters('={{ $json["campaña"] }}', {
				extractedData: 'otherColumns',
				ifDuplicate: '={{ $json["política"] }}',
				defaultCountry: '={{ $json["País"].toUpperCase() }}',
			}),
		);
		expect(jsonOf(items('Altur'))).toMatchObject([{ status: 'created' }]);
		const body = trials.bench.posts()[0]?.body as { contacts: IDataObject[] };
		expect(body.contacts[0]?.extracted_data).toEqual(expected);
	});

	it('leaves them out with Find Columns by Title too, and forgets what was mapped by hand before', async () => {
		const columns = { mappingMode: 'defineBelow', value: { name: '={{ $json.Saldo }}' } };
		expect(
			await extracted({
				columnMapping: 'titles',
				columns,
				extractedData: 'otherColumns',
				defaultCountry: '={{ $json.activo ? "MX" : "BR" }}',
			}),
		).toEqual({
			Saldo: '1200.5',
			dirección: '{"calle":"Reforma","número":1}',
			etiquetas: '["x",2]',
		});
	});

	it('takes a cell of spaces for an empty one', async () => {
		await trials.sent(asRows({ phone: '+525510000000', Saldo: 7, Ciudad: '  ' }), {
			extractedData: 'otherColumns',
		});
		expect(trials.bench.posts()[0]?.body).toMatchObject({ contacts: [{ extracted_data: { Saldo: '7' } }] });
		expect(JSON.stringify(trials.bench.posts()[0]?.body)).not.toContain('Ciudad');
	});

	it('is, with Fields, what is listed', async () => {
		const values = [
			{ key: 'saldo', value: '={{ $json.Saldo }}' },
			{ key: '={{ $json.name }}', value: 'fixed' },
			{ key: 'empty', value: '={{ $json.nada }}' },
			{ key: '', value: 'nameless' },
			{ key: 'calle', value: '={{ $json["dirección"].calle.toUpperCase() }}' },
		];
		expect(await extracted({ extractedData: 'fields', extractedDataFields: { values } })).toEqual({
			saldo: '1200.5',
			Ana: 'fixed',
			calle: 'REFORMA',
		});
	});

	it.each([
		['{"plan": "oro", "meses": 12}', { plan: 'oro', meses: '12' }],
		['={{ { total: $json.Saldo, lista: $json.etiquetas } }}', { total: '1200.5', lista: '["x",2]' }],
		['={"nombre": "{{ $json.name }}"}', { nombre: 'Ana' }],
		['={{ $json["dirección"] }}', { calle: 'Reforma', número: '1' }],
		['{}', undefined],
		['', undefined],
	])('is, with JSON %p, %p', async (extractedDataJson, expected) => {
		expect(await extracted({ extractedData: 'json', extractedDataJson })).toEqual(expected);
	});

	it('that is no JSON object is told before anything of the request is sent', async () => {
		const error = await trials.refusal(asRows(row), { extractedData: 'json', extractedDataJson: '{"a": ' });
		expect(error?.message).toBe('Extracted Data (JSON) is not a JSON object.');
		expect(error?.description).toContain('double quotes');
	});

	it('that is no JSON object fails its row only, with On Error: Continue', async () => {
		const rows = asRows({ ...row, data: '[1]' }, { ...row, phone: '+525510000001', data: '{"a":1}' });
		const { items } = await trials.bench.run(
			rows,
			addParameters(trials.campaign, { extractedData: 'json', extractedDataJson: '={{ $json.data }}' }),
			{ onError: 'continueRegularOutput' },
		);
		expect(jsonOf(items('Altur'))).toMatchObject([
			{ status: 'failed', error_code: 'INVALID_EXTRACTED_DATA', contact: '+525510000000', f_id: 'a' },
			{ status: 'created' },
		]);
	});
});

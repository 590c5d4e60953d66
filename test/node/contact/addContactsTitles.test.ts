import type { IDataObject } from 'n8n-workflow';
import { jsonOf, addParameters } from '../harness/altur';
import { FormTrials, asRows, automatic } from '../harness/formTrials';

jest.setTimeout(60_000);

describe('Find Columns by Title of Add to Campaign, where titles may mean something else', () => {
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

	/** The contacts that are sent for the rows. */
	const contacts = async (...rows: IDataObject[]): Promise<unknown> => {
		const { items } = await trials.bench.run(asRows(...rows), addParameters(trials.campaign, automatic));
		expect(jsonOf(items('Altur'))).toHaveLength(rows.length);
		return trials.bench.posts().flatMap(({ body }) => (body as { contacts: unknown[] }).contacts);
	};

	it('calls the number under Phone, and not who is named under Contact', async () => {
		expect(await contacts({ Contact: 'Ana López', Phone: '+525510000001' })).toEqual([
			{ contact: '+525510000001' },
		]);
	});

	it('never calls an identity number under Número where another row has a Teléfono', async () => {
		expect(
			await contacts(
				{ Número: '40123456', Teléfono: '+525510000001' },
				{ Número: '+525510000009', Teléfono: '' },
				{ Número: '+525510000008' },
			),
		).toEqual([{ contact: '+525510000001' }, { contact: '' }, { contact: '' }]);
	});

	it('takes a Contact with numbers where the sheet has no surer title', async () => {
		expect(
			await contacts(
				{ Contact: '+525510000001', Number: 7 },
				{ Contact: 525510000002, Number: 8 },
				{ Contact: 'ask Ana', Number: 9 },
			),
		).toMatchObject([{ contact: '+525510000001' }, { contact: '525510000002' }, { contact: 'ask Ana' }]);
	});

	it('takes one doubtful column for the whole sheet, never another one where that is empty', async () => {
		expect(
			await contacts(
				{ Contacto: '+525510000001', Número: '+525510000009' },
				{ Contacto: '', Número: '+525510000008' },
			),
		).toEqual([{ contact: '+525510000001' }, { contact: '' }]);
	});

	it('takes a cell of spaces for an empty one', async () => {
		expect(await contacts({ Phone: '   ', Mobile: '+525510000001', Name: ' ', Notes: '\t' })).toEqual([
			{ contact: '+525510000001' },
		]);
	});

	it.each<[string, IDataObject, unknown]>([
		['beside a Name', { Customer: 'Acme', Name: 'Ana' }, 'Ana'],
		['alone, with names', { Cliente: 'Ana López' }, 'Ana López'],
		['alone, with numbers', { Cliente: 10442 }, undefined],
		['alone, with IDs', { Client: 'C-10442' }, undefined],
	])(
		'takes Customer, Client or Cliente, %s, for the name only if it can be one',
		async (_case, row, name) => {
			expect(await contacts({ Phone: '+525510000001', ...row })).toEqual([
				{ contact: '+525510000001', name },
			]);
		},
	);

	it.each([
		'Phone (work)',
		'Phone 2',
		'Contact Number',
		'Contact No.',
		'Tel.',
		'mobilePhone',
		'Phone 1 - Value',
		'Nº de teléfono',
		'Teléfono / WhatsApp',
		'Teléfono del cliente',
		'Telefone (trabalho)',
		'N° de téléphone portable',
		'Handynummer',
		'Telefon geschäftlich',
	])('knows %p for a phone number, whatever is in it', async (title) => {
		expect(await contacts({ [title]: 'x', Número: '+525510000009' })).toEqual([{ contact: 'x' }]);
	});

	it.each([
		'Phone type',
		'Customer Number',
		'Emergency contact',
		'Fax',
		'Phone country code',
		'Company name',
	])('knows %p for no phone number and no name', async (title) => {
		const [contact] = (await contacts({ [title]: '+525510000009', Phone: '+525510000001' })) as IDataObject[];
		expect(contact).toMatchObject({ contact: '+525510000001' });
		expect(contact).not.toHaveProperty('name');
	});

	it('says which doubtful columns it passed over when no column looks like a phone number', async () => {
		const error = await trials.refusal(
			asRows({ Contacto: 'Ana López', Saldo: 3 }, { Contacto: 'Eva Gil', Ciudad: 'Puebla' }),
			automatic,
		);
		expect(error?.message).toContain('No column looks like a phone number');
		expect(error?.description).toContain('The columns are: Contacto, Saldo, Ciudad.');
		expect(error?.description).toContain(
			'"Contacto" was passed over, because most of its cells do not look like phone numbers.',
		);
	});

	it('calls the number under Telf., and never the identity number beside its type', async () => {
		expect(
			await contacts({ Nombre: 'Ana', 'Telf.': '+525510000001', 'Tipo Doc': 'DNI', Número: '14567890' }),
		).toEqual([{ contact: '+525510000001', name: 'Ana' }]);
	});

	it('calls the number under Teléfono where WhatsApp only says yes or no', async () => {
		expect(
			await contacts(
				{ WhatsApp: 'Sí', Teléfono: '+525510000001' },
				{ WhatsApp: '+525510000002', Teléfono: 'no' },
				{ WhatsApp: 'No', Teléfono: '' },
			),
		).toEqual([{ contact: '+525510000001' }, { contact: '+525510000002' }, { contact: 'No' }]);
	});

	it('calls nothing under Número beside a column that may hold the phone numbers, and names both', async () => {
		const error = await trials.refusal(
			asRows({ Número: '14567890', 'Teléfono alterno': '+525510000001' }),
			automatic,
		);
		expect(error?.message).toContain('No column looks like a phone number');
		expect(error?.description).toContain(
			'"Número" was passed over, because beside "Teléfono alterno" it may mean something else.',
		);
	});

	it('shortens a long list of columns', async () => {
		const row = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`Column ${index + 1}`, 1]));
		const error = await trials.refusal(asRows({ ['x'.repeat(300)]: 1, ...row }), automatic);
		expect(error?.description).toContain('and 41 more');
		expect(error?.description?.length).toBeLessThan(600);
	});
});

import type { IDataObject } from 'n8n-workflow';
import { addParameters, jsonOf } from '../harness/altur';
import { FormTrials, asRows, automatic, storedAutomatic, type Form } from '../harness/formTrials';

jest.setTimeout(60_000);

describe('The columns of Add to Campaign', () => {
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

	describe('Phone Number', () => {
		it('cleans what is possible, sends what is doubtful as typed, and says of each failed row what to do', async () => {
			const phones = [
				5215512345678,
				'+52 (55) 1234-5678',
				'55 8765 4321',
				'5.21E+11',
				5.21e11,
				'',
				'abc',
				null,
				'(55) 8765-4321',
			];
			const { items } = await trials.bench.run(
				asRows(...phones.map((phone) => ({ phone }))),
				addParameters(trials.campaign, { defaultCountry: 'MX' }),
			);
			expect(
				jsonOf(items('Altur')).map(({ status, contact, error_code, error_message }) =>
					status === 'failed' ? [contact, error_code, error_message] : [contact, status],
				),
			).toEqual([
				['5215512345678', 'INVALID_PHONE_NUMBER', expect.stringContaining('does not take "5215512345678"')],
				['+525512345678', 'created'],
				['+525587654321', 'created'],
				['5.21E+11', 'ROUNDED_NUMBER', expect.stringContaining('Enter it again, in a column of plain text')],
				['521000000000', 'ROUNDED_NUMBER', expect.stringContaining('or with + if its zeros are right.')],
				['', 'MISSING_CONTACT', expect.stringContaining('The row has no phone number')],
				['abc', 'INVALID_PHONE_NUMBER', expect.stringContaining('take another column for it')],
				['', 'MISSING_CONTACT', expect.stringContaining('The row has no phone number')],
				['+525587654321', 'skipped_duplicate'],
			]);
		});

		it('tells what the Default Country made of them, so that a wrong one is seen', async () => {
			const rows = asRows({ phone: '33 1000 7919' }, { phone: '55 1234 5678' }, { phone: '+525587654321' });
			const hints = async (defaultCountry: string) => {
				const { task } = await trials.bench.run(rows, addParameters(trials.campaign, { defaultCountry }));
				return (task('Altur').hints ?? []).map(({ message }) => message);
			};
			expect((await hints('US')).join()).toMatch(
				/2 numbers were completed with \+1; 1 begins with the code of another country\.$/,
			);
			expect(await hints('MX')).toContainEqual('2 numbers were completed with +52.');
			expect((await hints('')).join()).not.toContain('completed');
		});

		it('needs the Default Country for national numbers, which may be a column', async () => {
			const rows = asRows({ phone: '55 1234 5678', land: 'MX' }, { phone: '11 91234-5678', land: 'BR' });
			const { items } = await trials.bench.run(
				rows,
				addParameters(trials.campaign, { defaultCountry: '={{ $json.land }}' }),
			);
			expect(jsonOf(items('Altur')).map(({ contact }) => contact)).toEqual([
				'+525512345678',
				'+5511912345678',
			]);
			const without = await trials.bench.run(rows, addParameters(trials.campaign));
			expect(jsonOf(without.items('Altur')).map(({ error_code }) => error_code)).toEqual([
				'INVALID_PHONE_NUMBER',
				'INVALID_PHONE_NUMBER',
			]);
		});

		it('is missing in an item that holds only a file', async () => {
			const binary = { data: { data: 'aGk=', mimeType: 'text/plain' } };
			const { items } = await trials.bench.run([{ json: {}, binary }], addParameters(trials.campaign));
			expect(jsonOf(items('Altur'))).toMatchObject([{ error_code: 'MISSING_CONTACT' }]);
		});
	});

	describe('Find Columns by Title', () => {
		it.each<[string, IDataObject]>([
			['English', { 'Phone Number': '+525510000000', 'Full Name': 'Ana', Notes: 'VIP', 'Customer ID': 7 }],
			[
				'Spanish',
				{ Teléfono: '+525510000000', 'Nombre Completo': 'Ana', Observaciones: 'VIP', 'ID Cliente': 7 },
			],
			['Portuguese', { CELULAR: '+525510000000', Nome: 'Ana', observação: 'VIP', id_do_cliente: 7 }],
			["Altur's own names", { contact: '+525510000000', name: 'Ana', context: 'VIP', f_id: 7 }],
		])('knows the usual column titles in %s', async (_language, json) => {
			expect(await trials.sent(asRows({ ...json, Saldo: 12, '': 'x' }), automatic)).toEqual([
				{
					if_duplicate: 'skip',
					contacts: [{ contact: '+525510000000', name: 'Ana', context: 'VIP', f_id: '7' }],
				},
			]);
		});

		it('takes the surest of several columns that is filled, in each row anew', async () => {
			const rows = asRows(
				{ Celular: '+525510000001', Teléfono: '+525520000001' },
				{ Celular: '+525510000002', Teléfono: '' },
			);
			await trials.sent(rows, automatic);
			expect(trials.bench.posts()[0]?.body).toMatchObject({
				contacts: [{ contact: '+525520000001' }, { contact: '+525510000002' }],
			});
		});

		it('fills no field from a column without a title', async () => {
			expect(await trials.sent(asRows({ Teléfono: '+525510000000', '': 'x' }), automatic)).toEqual([
				{ if_duplicate: 'skip', contacts: [{ contact: '+525510000000' }] },
			]);
		});

		it("is what a workflow does that was stored with n8n's own automatic mode", async () => {
			expect(await trials.sent(asRows({ Teléfono: '+525510000000', Saldo: 12 }), storedAutomatic)).toEqual([
				{ if_duplicate: 'skip', contacts: [{ contact: '+525510000000' }] },
			]);
		});

		it('says after the run which column was taken for what, and which fill nothing', async () => {
			const rows = asRows({ Teléfono: '+525510000000', Nombre: 'Ana', Saldo: 12 });
			const hints = async (more: Form) => {
				const { task } = await trials.bench.run(rows, addParameters(trials.campaign, more));
				return (task('Altur').hints ?? []).slice(1);
			};
			const found = 'Found by title: Phone Number ← Teléfono, Name ← Nombre.';
			const hint = { type: 'info', location: 'outputPane' };
			expect(await hints(automatic)).toEqual([
				{ ...hint, message: `${found} The column Saldo fills nothing.` },
			]);
			expect(await hints({ ...automatic, extractedData: 'otherColumns' })).toEqual([
				{ ...hint, message: found },
			]);
			const mapped = { mappingMode: 'defineBelow', value: { contact: '={{ $json.Teléfono }}' } };
			expect(await hints({ columns: mapped })).toEqual([
				{ ...hint, message: 'These columns fill nothing: Nombre, Saldo.' },
			]);
		});

		it('says which columns there are when none looks like a phone number', async () => {
			const error = await trials.refusal(asRows({ Importe: 12, Saldo: 3 }), automatic);
			expect(error?.message).toContain('No column looks like a phone number');
			expect(error?.description).toContain('Importe, Saldo');
		});
	});
});

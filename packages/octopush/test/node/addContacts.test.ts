import { addParameters, customerRows, jsonOf, OctopushBench } from './harness/octopush';

jest.setTimeout(60_000);

const nothingWrong = { error_message: null, error_code: null, reason: null };

describe('Octopush, contact: add', () => {
	let bench: OctopushBench;

	beforeAll(async () => {
		bench = await OctopushBench.start();
	});
	beforeEach(() => {
		bench.sandbox.reset();
	});
	afterAll(async () => {
		await bench.stop();
	});

	it('completes numbers by the Default Country of the main form, or of its older place while that has none', async () => {
		const form = { columns: { mappingMode: 'autoMapInputData', value: null } };
		const rows = [{ json: { phone: '06 12 34 56 78' } }];
		for (const more of [
			{ defaultCountry: 'FR', options: { defaultCountry: 'US' } },
			{ options: { defaultCountry: 'FR' } },
			{},
		]) {
			await bench.run(rows, addParameters({ ...form, ...more }));
		}
		const sent = bench.sent('/contact/create').map(({ body }) => body);
		const contacts = [{ phone_number: '+33612345678' }];
		expect(sent).toMatchObject([{ contacts }, { contacts }]);
	});

	it("sends the body of the vendor page's curl example, key for key", async () => {
		const rows = [
			{ json: { phone: '+111222233334444', first: 'Axelle', last: 'Durand', title: 'Mme' } },
			{ json: { phone: '+2222333334444555', first: 'John', last: 'Smith', title: 'M' } },
		];
		const columns = {
			mappingMode: 'defineBelow',
			value: {
				phone_number: '={{ $json.phone }}',
				first_name: '={{ $json.first }}',
				last_name: '={{ $json.last }}',
				param1: '',
				param3: '={{ $json.title }}',
			},
		};
		await bench.run(rows, addParameters({ columns, listName: 'my_list', tagName: 'vip' }));
		const [request] = bench.sent('/contact/create');
		expect(request?.body).toStrictEqual({
			contacts: [
				{ phone_number: '+111222233334444', first_name: 'Axelle', last_name: 'Durand', param3: 'Mme' },
				{ phone_number: '+2222333334444555', first_name: 'John', last_name: 'Smith', param3: 'M' },
			],
			list_name: 'my_list',
			tag_name: 'vip',
		});
		expect(request?.method).toBe('POST');
		expect(request?.headers).toMatchObject({
			'api-login': bench.sandbox.apiLogin,
			'api-key': '[present]',
			'content-type': 'application/json',
		});
	});

	it('sends do_not_overwrite and auto_remove_blacklisted_numbers only when they are wanted', async () => {
		await bench.run(customerRows(1), addParameters({ ifExists: 'keep', removeBlacklisted: true }));
		expect(bench.sent('/contact/create')[0]?.body).toMatchObject({
			do_not_overwrite: true,
			auto_remove_blacklisted_numbers: true,
		});
	});

	it('sends no more rows when too many of the first hundred have failed', async () => {
		const wrong = customerRows(100).map(({ json }) => ({ json: { ...json, phone: 'no number' } }));
		const rows = [...wrong, ...customerRows(300)];
		const parameters = addParameters({ options: { batchSize: 100, stopWhenFailed: 20 } });
		const { items } = await bench.run(rows, parameters);
		expect(bench.sent('/contact/create')).toEqual([]);
		const codes = jsonOf(items('Octopush')).map(({ error_code }) => error_code);
		expect(codes.slice(100)).toEqual(Array(300).fill('NOT_SENT'));
	});

	it('never sends the numbers of Do Not Call', async () => {
		const rows = [{ json: { phone: '+33 6 12 34 56 78' } }, { json: { phone: '+33612345679' } }];
		const { items } = await bench.run(rows, addParameters({ options: { doNotCall: '+33612345678' } }));
		expect(jsonOf(items('Octopush'))).toEqual([
			{ status: 'suppressed', phone_number: '+33612345678', ...nothingWrong },
			expect.objectContaining({ status: 'added', phone_number: '+33612345679' }),
		]);
		expect(bench.sandbox.state().contacts).toHaveLength(1);
	});

	it('tells added, updated and skipped apart', async () => {
		const rows = customerRows(3);
		await bench.run(rows.slice(0, 2), addParameters());
		const updated = await bench.run(rows, addParameters());
		expect(jsonOf(updated.items('Octopush')).map(({ status }) => status)).toEqual([
			'updated',
			'updated',
			'added',
		]);
		const kept = await bench.run(rows, addParameters({ ifExists: 'keep' }));
		expect(jsonOf(kept.items('Octopush')).map(({ status }) => status)).toEqual(Array(3).fill('skipped'));
	});

	it('sends several rows of one number one after the other', async () => {
		const [first] = customerRows(1);
		const spelled = { json: { ...first?.json, phone: '0033 6 10 00 00 00' } };
		const { items } = await bench.run([...customerRows(2), spelled], addParameters());
		expect(bench.sent('/contact/create')).toHaveLength(2);
		expect(jsonOf(items('Octopush'))).toEqual([
			{ status: 'added', phone_number: '+33610000000', ...nothingWrong },
			{ status: 'added', phone_number: '+33610000001', ...nothingWrong },
			{ status: 'updated', phone_number: '+33610000000', ...nothingWrong },
		]);
	});

	it('calls a number that the reply leaves out skipped when blacklisted numbers are removed', async () => {
		bench.sandbox.blacklist('+33610000001');
		const { items } = await bench.run(customerRows(3), addParameters({ removeBlacklisted: true }));
		expect(jsonOf(items('Octopush'))).toEqual([
			{ status: 'added', phone_number: '+33610000000', ...nothingWrong },
			{
				...nothingWrong,
				status: 'skipped',
				phone_number: '+33610000001',
				reason: 'not in the reply (blacklisted?)',
			},
			{ status: 'added', phone_number: '+33610000002', ...nothingWrong },
		]);
	});

	it('calls a number that the reply leaves out failed otherwise', async () => {
		bench.sandbox.faults.add({ kind: 'dropResults', indexes: [1] });
		const { items } = await bench.run(customerRows(3), addParameters());
		expect(jsonOf(items('Octopush'))[1]).toMatchObject({
			status: 'failed',
			phone_number: '+33610000001',
			error_code: 'NO_RESULT',
		});
	});

	it('refuses a row without an international number here, and completes national ones', async () => {
		const rows = [
			{ json: { phone: '06 12 34 56 78' } },
			{ json: { phone: '12' } },
			{ json: { phone: 6.1e11 } },
			{ json: { phone: '6.1E+11' } },
			{ json: { phone: '' } },
		];
		const { items } = await bench.run(rows, addParameters({ defaultCountry: 'FR' }));
		expect(jsonOf(items('Octopush')).map(({ status, error_code }) => error_code ?? status)).toEqual([
			'added',
			'INVALID_PHONE_NUMBER',
			'ROUNDED_NUMBER',
			'ROUNDED_NUMBER',
			'MISSING_PHONE_NUMBER',
		]);
		expect(bench.sandbox.state().contacts.map(({ phone_number }) => phone_number)).toEqual(['+33612345678']);
	});

	it('names a list name that is too long, and sends nothing', async () => {
		const { run } = await bench.run(
			customerRows(2),
			addParameters({ listName: 'customers of the year two thousand' }),
		);
		expect(run.data.resultData.error?.message).toBe(
			'List Name "customers of the year two thousand" has 34 characters, and Octopush takes at most 30.',
		);
		expect(bench.sandbox.requests).toHaveLength(0);
	});

	it('sends 200 rows a request, and another number of them when told so', async () => {
		await bench.run(customerRows(401), addParameters());
		expect(bench.sent('/contact/create').map(({ rowCount }) => rowCount)).toEqual([200, 200, 1]);
		bench.sandbox.reset();
		await bench.run(customerRows(401), addParameters({ options: { batchSize: 500 } }));
		expect(bench.sent('/contact/create').map(({ rowCount }) => rowCount)).toEqual([401]);
	});

	it('leaves by four branches when asked to', async () => {
		await bench.run(customerRows(1), addParameters());
		const rows = [...customerRows(2), { json: { phone: 'none' } }];
		const { items } = await bench.run(rows, addParameters({ output: 'branches' }));
		expect([0, 1, 2, 3].map((output) => items('Octopush', output).length)).toEqual([1, 1, 0, 1]);
	});
});

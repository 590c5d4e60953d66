import { addParameters, customerRows, jsonOf, OctopushBench } from './harness/octopush';

const one = [{ json: {} }];

describe('Octopush, the other operations', () => {
	let bench: OctopushBench;

	beforeAll(async () => {
		bench = await OctopushBench.start();
	});
	beforeEach(() => {
		bench.sandbox.reset('demo');
	});
	afterAll(async () => {
		await bench.stop();
	});

	const removal = { resource: 'contact', operation: 'remove', phoneNumber: '={{ $json.phone }}' };

	it('removes contacts from a list, 200 a request, and keeps them in the account', async () => {
		await bench.run(customerRows(250), addParameters({ listName: 'my_list' }));
		const { items } = await bench.run(customerRows(250), {
			...removal,
			removeFrom: 'list',
			listName: 'my_list',
		});
		expect(bench.sent('/contact/delete').map(({ method, rowCount }) => [method, rowCount])).toEqual([
			['DELETE', 200],
			['DELETE', 50],
		]);
		expect(jsonOf(items('Octopush'))[249]).toEqual({
			status: 'removed',
			phone_number: '+33610000249',
			error_message: null,
			error_code: null,
			reason: null,
		});
		const { contacts } = bench.sandbox.state();
		expect(contacts.filter(({ lists }) => lists.length === 0)).toHaveLength(250);
	});

	it('removes contacts from the account', async () => {
		await bench.run(customerRows(3), addParameters());
		await bench.run(customerRows(2), { ...removal, removeFrom: 'account' });
		expect(bench.sent('/contact/delete')[0]?.body).toEqual({
			phone_numbers: ['+33610000000', '+33610000001'],
		});
		expect(bench.sandbox.state().contacts).toHaveLength(1);
	});

	it('removes national numbers by the Default Country of the main form, or of its older place', async () => {
		const rows = [{ json: { phone: '06 12 34 56 78' } }];
		const form = { ...removal, removeFrom: 'account' };
		await bench.run(rows, { ...form, defaultCountry: 'FR', options: { defaultCountry: 'US' } });
		await bench.run(rows, { ...form, options: { defaultCountry: 'FR' } });
		const body = { phone_numbers: ['+33612345678'] };
		expect(bench.sent('/contact/delete').map((request) => request.body)).toEqual([body, body]);
	});

	it('never removes from the account because the list name is empty', async () => {
		const rows = customerRows(1).map(({ json }) => ({ json: { ...json, list: '' } }));
		const form = { ...removal, removeFrom: 'list', listName: '={{ $json.list }}' };
		const { items } = await bench.run(rows, form);
		expect(jsonOf(items('Octopush'))).toMatchObject([{ status: 'failed', error_code: 'NO_LIST' }]);
		const { run } = await bench.run(rows, { ...form, listName: '={{ "" }}' });
		expect(run.data.resultData.error?.message).toBe('List Name is empty.');
		expect(bench.sandbox.requests).toHaveLength(0);
	});

	it.each([
		['create', 'new_list', { list_name: 'new_list', created: true }],
		['empty', 'my_list', { list_name: 'my_list', emptied: true, contacts_deleted: false }],
		['delete', 'my_list', { list_name: 'my_list', deleted: true }],
	])('%ss a contact list', async (operation, listName, expected) => {
		const { items } = await bench.run(one, { resource: 'contactList', operation, listName });
		expect(jsonOf(items('Octopush'))).toEqual([expected]);
		expect(bench.sent(`/contact-list/${operation}`)[0]?.body).toMatchObject({ list_name: listName });
	});

	it('deletes the contacts of an emptied list only when asked to', async () => {
		await bench.run(customerRows(2), addParameters({ listName: 'my_list' }));
		const emptying = { resource: 'contactList', operation: 'empty', listName: 'my_list' };
		await bench.run(one, { ...emptying, deleteContacts: true });
		expect(bench.sandbox.state().contacts).toEqual([]);
	});

	it('does not create a list a second time when the end of the first is unknown', async () => {
		bench.sandbox.faults.add({ kind: 'resetAfter', times: 'always' });
		const { run } = await bench.run(one, {
			resource: 'contactList',
			operation: 'create',
			listName: 'new_list',
		});
		expect(run.data.resultData.error?.message).toContain('Octopush could not be reached');
		expect(bench.sent('/contact-list/create')).toHaveLength(1);
	});

	it('gets the balance, with details when asked to', async () => {
		const balance = { resource: 'account', operation: 'getBalance' };
		const { items } = await bench.run(one, { ...balance, withDetails: false });
		expect(jsonOf(items('Octopush'))).toEqual([{ amount: 12.54, unit: 'euros' }]);
		const detailed = await bench.run(one, { ...balance, withDetails: true });
		expect(jsonOf(detailed.items('Octopush'))[0]).toHaveProperty('details');
	});
});

import { blamedContact, readFieldProblems } from '../../../nodes/Altur/fieldProblems';

/** What is read, one line for each field. */
const read = (body: unknown) =>
	readFieldProblems(body).map(({ field, messages }) => `${field ?? '*'}: ${messages.join(' ')}`);

describe("A validation error of Django's", () => {
	it.each([
		['a list of sentences by field', { name: ['Too long.', 'Too loud.'] }, ['name: Too long. Too loud.']],
		['a sentence about the whole', { non_field_errors: ['Not valid.'] }, ['*: Not valid.']],
		['a list of sentences alone', ['Not valid.'], ['*: Not valid.']],
		['a sentence by field', { name: 'Too long.' }, ['name: Too long.']],
		['a field called status', { status: ['No.'] }, ['status: No.']],
		['a number', { name: [12] }, ['name: 12']],
		['sentences with codes', { name: [{ message: 'Too long.', code: 'max_length' }] }, ['name: Too long.']],
		['nested as the request', { cycles: { mode: ['No.'] } }, ['cycles.mode: No.']],
		[
			'a list of contacts with {} for good ones',
			{ contacts: [{}, { name: ['Too long.'] }, {}] },
			['contacts.1.name: Too long.'],
		],
		[
			'a list of contacts with null for good ones',
			{ contacts: [null, { name: ['No.'] }] },
			['contacts.1.name: No.'],
		],
		['contacts by index', { contacts: { 7: { f_id: ['No.'] } } }, ['contacts.7.f_id: No.']],
		['a contact as a whole', { contacts: [{}, 'No.'] }, ['contacts.1: No.']],
		['lists of sentences by contact', { contacts: [[], ['No.']] }, ['contacts.1: No.']],
		['a list of contacts alone', [{}, { contact: ['No.'] }], ['contacts.1.contact: No.']],
		['about the list itself', { contacts: ['Too many.'] }, ['contacts: Too many.']],
		[
			'a contact that is wrong as a whole',
			{ contacts: { 0: { non_field_errors: ['No.'] } } },
			['contacts.0: No.'],
		],
		[
			'sentences and deeper ones',
			{ name: ['No.', { first: ['Empty.'] }] },
			['name: No.', 'name.1.first: Empty.'],
		],
		['in an envelope', { success: false, error: { name: ['No.'] } }, ['name: No.']],
		[
			'in an envelope with a code',
			{ error: 'INVALID_REQUEST', message: 'x', errors: { name: ['No.'] } },
			['name: No.'],
		],
		['a field that is called like a part of a program', { constructor: ['No.'] }, ['constructor: No.']],
	])('is read: %s', (_, body, lines) => {
		expect(read(body)).toEqual(lines);
	});

	it.each([
		['nothing', undefined],
		['a page', '<html>'],
		['an empty list', []],
		['a code with a sentence', { success: false, error: 'NOT_FOUND', message: 'Not found.' }],
		['a trace number beside a sentence', { detail: 'Not found.', trace: 'a1b2' }],
		['parts of a request beside a sentence', { detail: 'No.', request: { headers: { a: 'b' } } }],
		['a number', { status: 400 }],
		['the status of a campaign', { error: 'X', current_status: 'active', valid_targets: ['paused'] }],
		['results of rows', { results: [{ index: 0, status: 'failed' }] }],
	])('is nothing else: %s', (_, body) => {
		expect(read(body)).toEqual([]);
	});

	it('is read as far as it helps, however deep or long it is', () => {
		const deep = JSON.parse(`${'{"error":'.repeat(5000)}{}${'}'.repeat(5000)}`);
		expect(read(deep)).toEqual([]);
		const long = {
			contacts: Array.from({ length: 1000 }, () =>
				Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}`, ['No.']])),
			),
		};
		expect(read(long)).toHaveLength(5000);
	});
});

describe('The contact that a field belongs to', () => {
	it.each([
		['contacts.2.name', { index: 2, field: 'name' }],
		['contacts[2].extracted_data.balance', { index: 2, field: 'extracted_data.balance' }],
		['contacts/2/name', { index: 2, field: 'name' }],
		['contacts.0', { index: 0, field: undefined }],
		['contacts', undefined],
		['contacts.x', undefined],
		['name', undefined],
		[undefined, undefined],
	])('is read from %s', (field, contact) => {
		expect(blamedContact(field)).toEqual(contact);
	});
});

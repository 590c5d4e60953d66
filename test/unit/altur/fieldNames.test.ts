import { nameContactField, nameField } from '../../../nodes/Altur/fieldNames';

describe('A field that Altur names', () => {
	it.each([
		['name', 'Name'],
		['agent_id', 'Agent (agent_id)'],
		['cycles.max_iterations', 'Number of Cycles (cycles.max_iterations)'],
		['cycles.filter_tags.0', 'Leave Out Tag IDs (cycles.filter_tags)'],
		['createdAfter', 'Created After (createdAfter)'],
		['nobody.knows', 'nobody.knows'],
		['x'.repeat(100), `${'x'.repeat(60)}...`],
	])('is called as in the form: %s', (path, name) => {
		expect(nameField(path)).toBe(name);
	});

	it.each([
		['name', 'Name'],
		['f_id', 'Unique External ID'],
		['extracted_data.balance', 'balance in Extracted Data'],
		['other', 'other'],
	])('of a contact is called as in the form: %s', (path, name) => {
		expect(nameContactField(path)).toBe(name);
	});
});

import { createColumn } from '../../../n8n/form/columns/expressions';
import { FilledColumns, showsItsColumns } from '../../../n8n/form/columns/filledColumns';

describe('The columns of the input that hold something', () => {
	it('are known by any row that fills them, in their order', () => {
		const filled = new FilledColumns();
		filled.note({ phone: '1', city: ' ', note: null });
		filled.note({ phone: '2', zip: 0, city: 'León' });
		expect(filled.without([])).toEqual(['phone', 'zip', 'city']);
		expect(filled.without(['phone', 'other'])).toEqual(['zip', 'city']);
	});

	it('are a thousand at most, however many titles the rows have', () => {
		const filled = new FilledColumns();
		for (let row = 0; row < 3000; row++) filled.note({ [`column ${row}`]: 1 });
		expect(filled.without([])).toHaveLength(1000);
	});

	it.each([
		['={{ $json.city }}', true],
		['={{ $json.city.trim() }}', true],
		["={{ $('Form').first().json.city }}", true],
		['León', true],
		['={{ JSON.stringify($json) }}', false],
		['={{ $input.item.json }}', false],
	])('may be drawn on by a field whose text does not show it: %s', (raw, shows) => {
		const source = { json: () => ({}), evaluate: () => undefined };
		expect(showsItsColumns(['Name', createColumn(raw, source)])).toBe(shows);
	});
});

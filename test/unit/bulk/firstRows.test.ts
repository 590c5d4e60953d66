import { firstRows } from '../../../bulk/firstRows';
import type { ReadRow } from '../../../bulk/rows';

const row = (itemIndex: number, payload = 'ok') => ({ itemIndex, group: '', payload });
const refused = { code: 'NO', message: '' };
const service = {
	foresee: ({ payload }: { payload: string }) => (payload === 'bad' ? refused : undefined),
};

async function first(
	rows: Array<ReadRow<string>>,
	most: number,
	of: Parameters<typeof firstRows<string>>[2],
) {
	async function* read() {
		yield* rows;
	}
	const passed: Array<ReadRow<string>> = [];
	for await (const one of firstRows(read(), most, of)) passed.push(one);
	return passed;
}

describe('The first rows', () => {
	it('pass, and the later ones are held back', async () => {
		const rows = [row(0), row(1), row(2)];
		expect(await first(rows, 2, {})).toEqual([row(0), row(1), { itemIndex: 2, heldBack: true }]);
	});

	it('are those that can be sent: what is refused, suppressed or foreseen does not count, wherever it stands', async () => {
		const rows: Array<ReadRow<string>> = [
			{ itemIndex: 0, refused },
			row(1, 'bad'),
			{ itemIndex: 2, suppressed: true },
			row(3),
			row(4),
			row(5, 'bad'),
			{ itemIndex: 6, refused },
		];
		expect(await first(rows, 1, service)).toEqual([
			{ itemIndex: 0, refused },
			{ itemIndex: 1, refused },
			{ itemIndex: 2, suppressed: true },
			row(3),
			{ itemIndex: 4, heldBack: true },
			{ itemIndex: 5, refused },
			{ itemIndex: 6, refused },
		]);
	});
});

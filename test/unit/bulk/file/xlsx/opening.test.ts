import { readTable } from '../../../../../bulk/file/readTable';
import { inChunks, readAll } from '../readAll';
import { workbookOf } from './workbookFile';

const row = (index: number) => `<row><c><v>${index}</v></c><c t="s"><v>0</v></c></row>`;
const rows = Array.from({ length: 50_000 }, (_, index) => row(index)).join('');
const bytes = workbookOf(rows, { strings: '<si><t>Ana</t></si>' });

/** Tells when the file is opened and let go of, and how much of it was read the last time. */
function watched() {
	const events: string[] = [];
	const state = { taken: 0 };
	const open = async function* () {
		events.push('open');
		state.taken = 0;
		try {
			for await (const chunk of inChunks(bytes, 1000)()) {
				state.taken += chunk.length;
				yield chunk;
			}
		} finally {
			events.push('closed');
		}
	};
	return { open, events, state };
}

const pairs = (count: number) => Array.from({ length: count }, () => ['open', 'closed']).flat();

describe('The file of a workbook', () => {
	it('is opened for its first bytes, its directory and each part that is read, one time after the other', async () => {
		const { open, events } = watched();
		expect((await readAll(open)).rows).toHaveLength(49_999);
		expect(events).toEqual(pairs(7));
	});

	it('is let go of when the rows are gone through no further, or never', async () => {
		const { open, events } = watched();
		for await (const page of (await readTable(open)).pages) if (page.length > 0) break;
		expect(events).toEqual(pairs(7));
		await (await readTable(open)).close();
		expect(events).toEqual(pairs(14));
	});

	it('is let go of when it turns out to be broken, or has no such sheet', async () => {
		const { open, events } = watched();
		await expect(readTable(open, { sheet: 'Nada' })).rejects.toMatchObject({ code: 'SHEET_NOT_FOUND' });
		expect(events).toEqual(pairs(4));
	});

	it('is read no further than rows are asked for', async () => {
		const { open, state } = watched();
		const table = await readTable(open);
		expect(state.taken).toBeLessThan(bytes.length / 3);
		await table.close();
	});
});

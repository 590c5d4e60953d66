import type { BulkContact } from '../../nodes/OliAi/contact/schema';
import { upsertService as serviceFor } from '../../nodes/OliAi/contact/bulkUpsert/service';

const upsertService = serviceFor(() => false);

function batchOf(...phones: string[]) {
	const rows = phones.map((phoneNumber, itemIndex) => {
		const payload: BulkContact = { name: 'Priya', phoneNumber };
		return { itemIndex, group: '', payload };
	});
	return { group: '', number: '0', rows };
}

const contact = (id: string, phoneNumber: string, createdAt: string) => ({ id, phoneNumber, createdAt });
const long = '2026-03-01T10:00:00.000Z';
const now = '2026-11-21T10:00:00.120Z';

describe('The reply of OliAI to a batch', () => {
	it('lists contacts in any order: the created ones are those with the latest createdAt', () => {
		const results = upsertService.results(batchOf('+911', '+912', '+913'), {
			created: 1,
			updated: 2,
			contacts: [contact('c', '+913', long), contact('b', '+912', now), contact('a', '+911', long)],
			errors: [],
		});
		expect(results.map(({ status, id }) => [status, id])).toEqual([
			['updated', 'a'],
			['created', 'b'],
			['updated', 'c'],
		]);
	});

	it.each(['reason', 'message', 'error'])('may give the reason of a refused row as "%s"', (key) => {
		const [result] = upsertService.results(batchOf('+911'), {
			created: 0,
			updated: 0,
			contacts: [],
			errors: [{ index: 0, [key]: 'Unknown language.' }],
		});
		expect(result).toMatchObject({
			status: 'failed',
			problem: {
				code: 'ROW_REFUSED',
				message: 'OliAI did not take this row: Unknown language. Correct it in the row.',
			},
		});
	});

	it('may leave the errors out, as in the quick start of the vendor', () => {
		const body = { created: 1, updated: 0, failed: 0, contacts: [contact('cid_001', '+911', now)] };
		const batch = batchOf('+911');
		expect(upsertService.request(batch).understands?.(body)).toBe(true);
		expect(upsertService.results(batch, body)).toMatchObject([{ status: 'created', id: 'cid_001' }]);
	});
});

import { audience, jsonOf, OliAiBench } from './harness/oliAi';

const one = [{ json: {} }];
const contact = (operation: string, more: object = {}) => ({ resource: 'contact', operation, ...more });
const aud = (operation: string, more: object = {}) => ({ resource: 'audience', operation, ...more });

describe('OliAI, what a form holds', () => {
	let bench: OliAiBench;

	beforeAll(async () => {
		bench = await OliAiBench.start({ rateLimits: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const odd = [
		'.',
		'..',
		' .. ',
		'../contacts',
		'a/b',
		'a\\b',
		'a?b',
		'a#b',
		'a\nb',
		'%2e%2e',
		'.%2E',
		'%2f',
	];

	it.each(odd)('refuses the ID %j, which would lead elsewhere, and sends nothing', async (id) => {
		const forms = [
			contact('get', { contactId: id }),
			contact('delete', { contactId: id }),
			contact('update', { contactId: id, updateFields: { name: 'x' } }),
			contact('bulkDelete', { contactId: id }),
			contact('addToAudience', { contactId: 'cl1', ...audience(id) }),
			aud('get', audience(id)),
			aud('delete', audience(id)),
			aud('update', { ...audience(id), updateFields: { name: 'x' } }),
			aud('getContacts', audience(id)),
			aud('addContacts', { contactId: 'cl1', ...audience(id) }),
			aud('removeContacts', { contactId: 'cl1', ...audience(id) }),
		];
		for (const form of forms) {
			const { run } = await bench.run(one, form);
			expect(run.data.resultData.error?.message).toMatch(/is no ID of (a contact|an audience)/);
		}
		expect(bench.sandbox.requests).toHaveLength(0);
	});

	it.each(['clxxx123', 'cid_001', 'a.b', 'a..b', 'a b', 'ñ', 'aud:1', '...'])(
		'takes the ID %j, whatever its form',
		async (id) => {
			const { run } = await bench.run(one, contact('get', { contactId: id }));
			expect(run.data.resultData.error?.message).toContain(`OliAI has no contact ${id}`);
			expect(bench.sandbox.requests[0]?.path).toBe(`/v1/contacts/${encodeURIComponent(id)}`);
		},
	);

	it('takes a Limit that is text', async () => {
		const { run } = await bench.run(one, contact('getAll', { returnAll: false, limit: '={{ "5" }}' }));
		expect(run.status).toBe('success');
		expect(bench.sandbox.requests[0]?.query).toEqual({ page: '1', limit: '5' });
	});

	it.each(['', ' ', null, 'abc', '0', 0, 1.5, true, [5]])(
		'refuses the Limit %j in the form',
		async (limit) => {
			const expression = `={{ ${JSON.stringify(limit)} }}`;
			const { run } = await bench.run(one, aud('getAll', { returnAll: false, limit: expression }));
			expect(run.data.resultData.error?.message).toBe('Limit must be a whole number from 1 up [item 0]');
			expect(bench.sandbox.requests).toHaveLength(0);
		},
	);

	it('reads everything when Return All is switched on by a text', async () => {
		const { items } = await bench.run(one, aud('getAll', { returnAll: '={{ "true" }}' }));
		expect(jsonOf(items('OliAI'))).toEqual([]);
		expect(bench.sandbox.requests[0]?.query).toEqual({ page: '1', limit: '100' });
	});
});

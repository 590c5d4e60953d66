import { audience, OliAiBench, upsertParameters } from './harness/oliAi';

const one = [{ json: {} }];

describe("OliAI, the JSON examples of the vendor's page, key for key", () => {
	let bench: OliAiBench;

	beforeEach(async () => {
		bench = await OliAiBench.start();
	});
	afterEach(async () => {
		await bench.stop();
	});

	it('Create a Contact', async () => {
		await bench.run(one, {
			resource: 'contact',
			operation: 'create',
			name: 'Priya Sharma',
			phoneNumber: '+919876543210',
			additionalFields: { language: 'hi-IN' },
			metadata: 'fields',
			metadataFields: {
				values: [
					{ key: 'city', value: 'Mumbai' },
					{ key: 'tier', value: 'premium' },
				],
			},
		});
		const [request] = bench.sent('POST', '/contacts');
		expect(request?.body).toStrictEqual({
			name: 'Priya Sharma',
			phoneNumber: '+919876543210',
			language: 'hi-IN',
			metadata: { city: 'Mumbai', tier: 'premium' },
		});
		expect(request?.headers['x-api-key']).toBe('[present]');
	});

	it('Update a Contact', async () => {
		await bench.run(one, {
			resource: 'contact',
			operation: 'update',
			contactId: 'clxxx123',
			updateFields: { language: 'en-IN' },
			metadata: 'json',
			metadataJson: '{ "city": "Delhi", "tier": "standard" }',
		});
		expect(bench.sent('PATCH', '/contacts/clxxx123')[0]?.body).toStrictEqual({
			language: 'en-IN',
			metadata: { city: 'Delhi', tier: 'standard' },
		});
	});

	it('Bulk Create Contacts', async () => {
		const rows = [
			{ json: { phone: '+919876543210', name: 'Priya Sharma', language: 'hi-IN', city: 'Mumbai' } },
			{ json: { phone: '+919123456789', name: 'Ravi Kumar', language: 'en-IN' } },
		];
		const metadata = {
			metadata: 'fields',
			metadataFields: { values: [{ key: 'city', value: '={{ $json.city }}' }] },
		};
		await bench.run(rows, upsertParameters(metadata));
		await bench.run(rows, upsertParameters({ metadata: 'otherColumns' }));
		const expected = {
			contacts: [
				{
					name: 'Priya Sharma',
					phoneNumber: '+919876543210',
					language: 'hi-IN',
					metadata: { city: 'Mumbai' },
				},
				{ name: 'Ravi Kumar', phoneNumber: '+919123456789', language: 'en-IN' },
			],
		};
		expect(bench.sent('POST', '/contacts/bulk').map(({ body }) => body)).toStrictEqual([expected, expected]);
	}, 30_000);

	it('Bulk Delete Contacts', async () => {
		const ids = ['clxxx123', 'clxxx456', 'clxxx789'];
		await bench.run(
			ids.map((id) => ({ json: { id } })),
			{ resource: 'contact', operation: 'bulkDelete', contactId: '={{ $json.id }}' },
		);
		expect(bench.sent('POST', '/contacts/bulk-delete')[0]?.body).toStrictEqual({ contactIds: ids });
	});

	it('Add Contact to Audience', async () => {
		const ids = ['clxxx123', 'clxxx456'];
		await bench.run(
			ids.map((id) => ({ json: { id } })),
			{
				resource: 'contact',
				operation: 'addToAudience',
				contactId: '={{ $json.id }}',
				...audience('aud_abc123'),
			},
		);
		expect(bench.sent('POST', '/contacts/add-to-audience')[0]?.body).toStrictEqual({
			contactIds: ids,
			audienceId: 'aud_abc123',
		});
	});
});

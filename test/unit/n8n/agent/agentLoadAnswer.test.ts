import { agentLoadAnswer } from '../../../../n8n/agent/agentLoadAnswer';

const statuses = [
	{ status: 'created', label: 'Created' },
	{ status: 'updated', label: 'Updated' },
	{ status: 'failed', label: 'Failed' },
];
const rows = (created: number, failed: number) =>
	Array.from({ length: created + failed }, (_, index) => {
		const status = index < created ? 'created' : 'failed';
		return {
			result: { status },
			json: () => ({
				status,
				contact: `+5255${index}`,
				error_message: 'Altur does not take it. '.repeat(9),
				id: null,
			}),
		};
	});

describe("What an agent's model reads of a load of several rows", () => {
	it('is how many came to which status', () => {
		expect(agentLoadAnswer(rows(1200, 0), statuses).json).toEqual({ rows: 1200, created: 1200 });
	});

	it('is each row that failed, with its reason, when there are few', () => {
		const { json } = agentLoadAnswer(rows(3, 1), statuses);
		expect(json).toMatchObject({ rows: 4, created: 3, failed: 1 });
		expect(json.failed_rows).toEqual([expect.objectContaining({ contact: '+52553' })]);
		expect(json).not.toHaveProperty('note');
	});

	it.each([100, 100_000])('is less than 2 kB of %i rows that failed, with where the others are', (failed) => {
		const { json } = agentLoadAnswer(rows(0, failed), statuses);
		const shown = Array.isArray(json.failed_rows) ? json.failed_rows.length : 0;
		expect(Buffer.byteLength(JSON.stringify([json]))).toBeLessThan(2000);
		expect(shown).toBeGreaterThan(1);
		expect(json.note).toContain(
			`${failed - shown} more rows failed. Run this node in a workflow, not as a tool`,
		);
	});
});

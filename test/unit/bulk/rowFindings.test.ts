import { RowFindings, type RowIdentity } from '../../../bulk/rowFindings';

const found = (...rows: RowIdentity[]) => {
	const findings = new RowFindings();
	for (const row of rows) findings.note(row);
	const { repeatedNumbers, sharedIds, rowsWithoutId } = findings;
	return { repeatedNumbers, sharedIds, rowsWithoutId };
};
const ana = '+525510000000';
const luis = '+525510000001';

describe('What is found among rows', () => {
	it('are rows whose number an earlier row has, with the first of them', () => {
		const rows = [ana, luis, luis, ana, ana].map((number) => ({ number, place: '1' }));
		expect(found(...rows).repeatedNumbers).toEqual({ rows: 3, example: luis });
	});

	it('knows a number in another spelling, and not in another place', () => {
		expect(found({ number: '+5215510000000' }, { number: ana }).repeatedNumbers.rows).toBe(1);
		expect(found({ number: ana, place: '1' }, { number: ana, place: '2' }).repeatedNumbers.rows).toBe(0);
	});

	it('are rows without an External ID', () => {
		const rows = [undefined, '', ' ', 'crm-1'].map((externalId, place) => ({
			number: `+52551000000${place}`,
			externalId,
		}));
		expect(found(...rows).rowsWithoutId).toBe(3);
	});

	it('are External IDs of several contacts, not of one that stands in several rows', () => {
		const rows = [
			{ number: ana, externalId: '7' },
			{ number: ana, externalId: '7 ' },
			{ number: luis, externalId: '8' },
			{ number: luis, externalId: '7' },
			{ number: '+525510000002', externalId: '7' },
		];
		expect(found(...rows).sharedIds).toEqual({ rows: 2, example: '7' });
	});

	it('is right among many', () => {
		const findings = new RowFindings();
		for (let row = 0; row < 40_000; row++) {
			const number = `+5255${String(10_000_000 + (row % 30_000))}`;
			findings.note({ number, place: '1', externalId: `crm-${row % 30_000}` });
		}
		expect(findings.repeatedNumbers.rows).toBe(10_000);
		expect(findings.sharedIds.rows).toBe(0);
	});
});

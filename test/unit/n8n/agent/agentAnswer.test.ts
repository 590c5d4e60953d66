import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { agentAnswer } from '../../../../n8n/agent/agentAnswer';

const items = (rows: IDataObject[]): INodeExecutionData[] =>
	rows.map((json, item) => ({ json, pairedItem: { item } }));
const contacts = (count: number, more: IDataObject = {}) =>
	items(Array.from({ length: count }, (_, id) => ({ id, name: 'Ana', ...more })));
/** As n8n hands it to the model. */
const read = (answer: INodeExecutionData[]) => JSON.stringify(answer.map(({ json }) => json));

describe("What an agent's model reads of the items of a tool", () => {
	it('is all of them as they are while they are short', () => {
		const few = contacts(20, { note: null });
		expect(agentAnswer([few])).toEqual(few);
	});

	it('is those of all outputs, for n8n shows it the first only', () => {
		const [one, other] = [contacts(2), contacts(1)];
		expect(agentAnswer([[], one, other])).toEqual([...one, ...other]);
	});

	it('is nothing when there are none', () => {
		expect(agentAnswer([[]])).toEqual([]);
	});

	it.each([100, 1000, 200_000])('is less than 2 kB of %i, with how many are missing', (count) => {
		const answer = agentAnswer([contacts(count, { context: 'ñ'.repeat(900), tags: [] })]);
		const last = answer.at(-1)?.json;
		const shown = answer.length - 1;
		expect(Buffer.byteLength(read(answer))).toBeLessThan(2000);
		expect(shown).toBeGreaterThan(2);
		expect(answer[0]?.json).toMatchObject({ id: 0, name: 'Ana', context: expect.stringMatching(/ñ…$/) });
		expect(last).toMatchObject({
			not_shown: count - shown,
			note: expect.stringContaining(`${count - shown} more of ${count}`),
		});
	});

	it('is all of several that fit once they are shortened', () => {
		const answer = agentAnswer([contacts(3, { context: 'x'.repeat(5000) })]);
		expect(answer).toHaveLength(3);
		expect(Buffer.byteLength(read(answer))).toBeLessThan(2000);
	});

	it('is the whole of one that was asked for by itself, up to 16 kB', () => {
		const call = contacts(1, { transcript: 'x'.repeat(15_000) });
		expect(agentAnswer([call])).toEqual(call);
		const long = agentAnswer([contacts(1, { transcript: 'x'.repeat(50_000), tags: ['promise'] })]);
		expect(long[0]?.json).toEqual({
			id: 0,
			name: 'Ana',
			transcript: `${'x'.repeat(600)}…`,
			tags: ['promise'],
		});
	});

	it('keeps the files of the items, which n8n stores', () => {
		const binary = { data: { data: '', mimeType: 'text/csv' } };
		const [item] = contacts(1);
		expect(agentAnswer([[{ json: {}, ...item, binary }]])[0]?.binary).toEqual(binary);
	});
});

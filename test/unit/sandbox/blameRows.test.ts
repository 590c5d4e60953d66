import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask, phone } from './alturClient';

let sandbox: AlturSandbox;
let route: string;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ rateLimit: false });
});
beforeEach(() => {
	sandbox.reset();
	route = `POST /campaigns/${String(sandbox.addCampaign().id)}/contacts`;
});
afterAll(() => sandbox.close());

const send = (...indexes: number[]) =>
	ask(sandbox, route, { body: { contacts: indexes.map((index) => ({ contact: phone(index) })) }, key: 'k1' });
const stored = () => sandbox.state().campaigns[0]?.contacts.map(({ contact }) => contact);

it('refuses a request with a blamed row, stores nothing of it, and says which rows by a list', async () => {
	sandbox.faults.add({ kind: 'blameRows', contacts: [phone(1), phone(3)], times: 'always' });
	const answer = await send(0, 1, 2, 3);
	const blamed = { extracted_data: ['Not a valid string.'] };
	expect([answer.status, answer.json]).toEqual([400, { contacts: [{}, blamed, {}, blamed] }]);
	expect(stored()).toEqual([]);
	expect(sandbox.requests.at(-1)).toMatchObject({ fault: 'blameRows', status: 400 });
});

it('says it by index, of another field and in other words, when told so', async () => {
	const words = { field: 'name', messages: ['Too long.', 'Not a name.'] };
	sandbox.faults.add({ kind: 'blameRows', contacts: [phone(1)], shape: 'object', ...words });
	expect((await send(0, 1)).json).toEqual({ contacts: { 1: { name: words.messages } } });
});

it('lets requests without such a row pass, and is not used up by them', async () => {
	sandbox.faults.add({ kind: 'blameRows', contacts: [phone(1)] });
	expect((await send(0, 2)).status).toBe(201);
	expect((await ask(sandbox, 'GET /campaigns')).status).toBe(200);
	expect(sandbox.faults.pending()).toMatchObject([{ kind: 'blameRows', times: 1 }]);
	const again = { body: { contacts: [{ contact: phone(1) }] }, key: 'k2' };
	expect((await ask(sandbox, route, again)).status).toBe(400);
	expect(sandbox.faults.pending()).toEqual([]);
});

it('leaves no trace under the Idempotency-Key', async () => {
	sandbox.faults.add({ kind: 'blameRows', contacts: [phone(1)] });
	expect((await send(0, 1)).status).toBe(400);
	expect((await send(0, 2)).status).toBe(201);
	expect(stored()).toEqual([phone(0), phone(2)]);
});

it('blames rows by the number as it is sent, among rows that have none', async () => {
	sandbox.faults.add({ kind: 'blameRows', contacts: ['+52 1'] });
	const body = { contacts: [{}, 'x', { contact: 7 }, { contact: '+52 1' }] };
	expect((await ask(sandbox, route, { body })).json).toMatchObject({
		contacts: [{}, {}, {}, { extracted_data: expect.any(Array) }],
	});
});

import { AlturBench, jsonOf } from '../harness/altur';
import { byId, pageAgent, rowsOf } from '../harness/campaignForms';

jest.setTimeout(60_000);

const anItem = rowsOf([{}]);
/** An expression for a column that the input does not have: n8n lets no required field be empty otherwise. */
const none = '={{ $json.none }}';

describe('Threads, messages and end users of Altur', () => {
	let bench: AlturBench;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const run = async (resource: string, operation: string, more = {}, rows = anItem) =>
		await bench.run(rows, { resource, operation, ...more });
	const results = async (...given: Parameters<typeof run>) => jsonOf((await run(...given)).items('Altur'));
	const refusal = async (...given: Parameters<typeof run>) => (await run(...given)).run.data.resultData.error;
	const sent = () =>
		bench.sandbox.requests.map(({ method, path }) => `${method} ${path.replace('/api/v1.0', '')}`);

	const talk = () => {
		const { id } = bench.sandbox.addCampaign();
		return bench.sandbox.addCall(id, {
			tags: ['vip'],
			transcript: [
				{ sent_by: 'AI', content: 'Hola.' },
				{ sent_by: 'EU', content: '¿Quién es?' },
				{ sent_by: 'AI', content: 'Soy Sofía.' },
			],
		});
	};

	it('show a thread with the IDs of its tags', async () => {
		const { threadId } = talk();
		expect(await results('thread', 'get', { threadId })).toEqual([
			expect.objectContaining({ id: threadId, tags: [{ id: 'tag_vip', name: 'vip', color: 'blue' }] }),
		]);
	});

	it('list the messages of a thread, all of them or some', async () => {
		const { threadId } = talk();
		const all = await results('message', 'getAll', { threadId, returnAll: true });
		expect(all.map(({ content }) => content)).toEqual(['Hola.', '¿Quién es?', 'Soy Sofía.']);
		expect(await results('message', 'getAll', { threadId, limit: 2 })).toHaveLength(2);
	});

	it('return the messages of a thread as one text', async () => {
		const { threadId } = talk();
		expect(await results('message', 'getAll', { threadId, asText: true })).toEqual([
			{
				thread_id: threadId,
				transcript: 'Agent: Hola.\nContact: ¿Quién es?\nAgent: Soy Sofía.',
				messages: 3,
			},
		]);
	});

	it('send a message in the name of a person, once, and return what the agent answers', async () => {
		const [person] = await results('endUser', 'create', { displayName: 'Ana', info: 'VIP' });
		const form = { agentId: byId(pageAgent), endUserId: person?.['id'], content: 'I pay on Friday' };
		expect(await results('message', 'send', form)).toEqual([
			expect.objectContaining({ messages: [expect.objectContaining({ sent_by: 'AI' })] }),
		]);
		bench.sandbox.faults.add({ kind: 'resetAfter' });
		const error = await refusal('message', 'send', form);
		expect(error?.description).toContain('Look in Altur first whether the message is there');
		expect(sent()).toEqual(['POST /enduser', 'POST /message', 'POST /message']);
	});

	it('create, read, change and delete a person', async () => {
		const [created] = await results('endUser', 'create', { displayName: 'Ana' });
		const endUserId = created?.['id'];
		expect(created).toMatchObject({ display_name: 'Ana', info: '' });
		const updateFields = { info: 'Prefers mornings' };
		expect(await results('endUser', 'update', { endUserId, updateFields })).toEqual([
			expect.objectContaining({ display_name: 'Ana', info: 'Prefers mornings' }),
		]);
		expect(
			await results('endUser', 'update', { endUserId, updateFields: { displayName: 'Ana L', info: '' } }),
		).toEqual([expect.objectContaining({ display_name: 'Ana L', info: '' })]);
		expect(await results('endUser', 'get', { endUserId })).toEqual([
			expect.objectContaining({ display_name: 'Ana L' }),
		]);
		expect(await results('endUser', 'delete', { endUserId })).toEqual([{ deleted: true, id: endUserId }]);
		expect((await refusal('endUser', 'get', { endUserId }))?.message).toBe(
			`Altur has no end user ${String(endUserId)} [item 0]`,
		);
		expect(sent().map((request) => request.split(' ')[0])).toEqual([
			'POST',
			'GET',
			'PUT',
			'PUT',
			'GET',
			'DELETE',
			'GET',
		]);
	});

	it('change a person without sending what Altur itself has not: it takes texts', async () => {
		const body = { id: 'u-1', display_name: 'Ana', info: null };
		bench.sandbox.faults.add({ kind: 'status', status: 200, body, times: 2 });
		await results('endUser', 'update', { endUserId: 'u-1', updateFields: { displayName: 'Bea' } });
		expect(bench.sandbox.requests[1]?.body).toEqual({ display_name: 'Bea' });
	});

	it('take a deletion for done when the person is not there after a broken connection', async () => {
		const [created] = await results('endUser', 'create', { displayName: 'Ana' });
		bench.sandbox.faults.add({ kind: 'resetAfter' });
		expect(await results('endUser', 'delete', { endUserId: created?.['id'] })).toMatchObject([
			{ deleted: true },
		]);
	});

	it('create a person once when the answer is lost, and say where to look', async () => {
		bench.sandbox.faults.add({ kind: 'resetAfter' });
		const error = await refusal('endUser', 'create', { displayName: 'Ana' });
		expect(error?.description).toContain('a new run could create a second one');
		expect(sent()).toEqual(['POST /enduser']);
	});

	it.each([
		['thread', 'get', { threadId: none }, 'Thread ID is empty'],
		['message', 'getAll', { threadId: 'a/b' }, 'Thread ID must be an ID'],
		['message', 'send', { agentId: byId(none), endUserId: none, content: none }, 'Agent is empty'],
		['endUser', 'create', { displayName: none }, 'Display Name is empty'],
		['endUser', 'update', { endUserId: 'x', updateFields: {} }, 'Nothing to change is set'],
		['endUser', 'update', { endUserId: 'x', updateFields: { displayName: '' } }, 'Display Name is empty'],
		['endUser', 'delete', { endUserId: none }, 'End User ID is empty'],
	])('ask for what is missing in the form of %s: %s %j', async (resource, operation, form, message) => {
		const error = await refusal(resource, operation, form);
		expect(error?.message).toContain(message);
		expect(sent()).toEqual([]);
	});
});
